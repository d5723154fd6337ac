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

// HeadHTML defines the template "head": a page from its first line to its style,
// of a Title and a CSS. A page may add to its head, and close it, after that.
//
//go:embed head.html
var HeadHTML string

// ShellJS lets a page follow its reader in the contents and change between
// light and dark; without it a page still shows everything.
//
//go:embed shell.js
var ShellJS string
