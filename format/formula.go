package format

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"github.com/xuri/excelize/v2"
)

// checkFormulas looks for formulas: their stored values are used, and one
// that has none is refused.
func (r *reader) checkFormulas(file, name string) error {
	pack, err := zip.OpenReader(file)
	if err != nil {
		return &Error{File: file, What: "is not a whole workbook", Err: err}
	}
	defer pack.Close()
	part := sheetPart(pack, name)
	if part == nil {
		return nil
	}
	in, err := part.Open()
	if err != nil {
		return &Error{File: file, Sheet: name, What: "cannot be read", Err: err}
	}
	defer in.Close()
	count, bare, err := formulas(io.LimitReader(in, unpackedMost))
	switch {
	case err != nil:
		return &Error{File: file, Sheet: name, What: "is damaged", Mend: "open the workbook in a spreadsheet and save it again", Err: err}
	case bare != "":
		column, row, _ := excelize.CellNameToCoordinates(bare)
		return &Error{File: file, Sheet: name, Row: row, Column: column, What: "is a formula whose value is not stored",
			Mend: "open the workbook in a spreadsheet and save it again, or paste the values"}
	case count > 0:
		r.warn("formulas", (&Error{File: file, Sheet: name}).Where(), fmt.Sprintf("%d cells are formulas; the values that were stored with them are used", count), "paste the values if they may be out of date")
	}
	return nil
}

// formulas counts the formulas of a sheet, and finds the first without a value.
func formulas(in io.Reader) (count int, bare string, err error) {
	decoder := xml.NewDecoder(in)
	var place string
	var formula, value bool
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return count, bare, nil
		}
		if err != nil {
			return count, bare, err
		}
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "c":
				formula, value, place = false, false, attribute(token, "r")
			case "f":
				formula = true
				count++
			case "v", "is":
				value = true
			}
		case xml.EndElement:
			if token.Name.Local == "c" && formula && !value && bare == "" {
				bare = place
			}
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// sheetPart is the file within a workbook that holds a sheet.
func sheetPart(pack *zip.ReadCloser, name string) *zip.File {
	id := findElement(pack, "xl/workbook.xml", "sheet", "name", name, "id")
	target := findElement(pack, "xl/_rels/workbook.xml.rels", "Relationship", "Id", id, "Target")
	if target == "" {
		return nil
	}
	target = strings.TrimPrefix(target, "/")
	if !strings.HasPrefix(target, "xl/") {
		target = path.Join("xl", target)
	}
	for _, f := range pack.File {
		if f.Name == target {
			return f
		}
	}
	return nil
}

// findElement is an attribute of the first element of a part of a workbook
// that has another attribute of a given value.
func findElement(pack *zip.ReadCloser, part, element, key, value, want string) string {
	for _, f := range pack.File {
		if f.Name != part {
			continue
		}
		in, err := f.Open()
		if err != nil {
			return ""
		}
		defer in.Close()
		decoder := xml.NewDecoder(io.LimitReader(in, inMemoryMost))
		for {
			token, err := decoder.Token()
			if err != nil {
				return ""
			}
			if e, ok := token.(xml.StartElement); ok && e.Name.Local == element && attribute(e, key) == value {
				return attribute(e, want)
			}
		}
	}
	return ""
}
