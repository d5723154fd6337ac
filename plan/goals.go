package plan

import (
	"context"
	"errors"

	"gosplan/production"
)

// goals is computed in another build.
func goals(context.Context, *production.Table, Request) (*Plan, error) {
	return nil, errors.New("not in this build")
}
