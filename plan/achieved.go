package plan

import (
	"context"
	"errors"

	"gosplan/production"
)

// achieved is computed in another build.
func achieved(context.Context, *production.Table, Request) (*Plan, error) {
	return nil, errors.New("not in this build")
}
