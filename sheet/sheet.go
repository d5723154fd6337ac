// Package sheet is the paper that pages are made of: a pen that writes SVG,
// axes, flow diagrams, numbers as people read them, and the style and shell of
// a page that opens offline. It knows nothing of what is drawn.
package sheet

import _ "embed"

// ChartCSS is the style of drawings; a drawing that stands alone carries it.
//
//go:embed chart.css
var ChartCSS string

// PageCSS is the style of a page around its drawings.
//
//go:embed page.css
var PageCSS string

// ShellJS lets a page follow its reader in the contents and change between
// light and dark; without it a page still shows everything.
//
//go:embed shell.js
var ShellJS string
