package web

import (
	"errors"
	"net/http"

	"gosplan/format"
)

// A refusal says what is wrong with a request, where, and how to mend it.
type refusal struct {
	status int
	What   string `json:"what"`
	Mend   string `json:"mend,omitempty"`
	Sheet  string `json:"sheet,omitempty"`
	Row    int    `json:"row,omitempty"`    // of the table, from 1
	Column int    `json:"column,omitempty"` // from 1
}

func refuse(status int, what, mend string) *refusal {
	return &refusal{status: status, What: what, Mend: mend}
}

// faulty is a table that cannot be read or planned from.
func faulty(err error) *refusal {
	out := refuse(http.StatusUnprocessableEntity, err.Error(), "")
	var place *format.Error
	if errors.As(err, &place) {
		out.What, out.Mend, out.Sheet, out.Row, out.Column = place.What, place.Mend, place.Sheet, place.Row, place.Column
		if place.Err != nil {
			out.What += ": " + place.Err.Error()
		}
	}
	return out
}

func (r *refusal) write(w http.ResponseWriter) {
	write(w, r.status, map[string]*refusal{"error": r})
}
