package plan

import (
	"context"
	"errors"

	"gosplan/production"
)

// balances is computed in another build.
func balances(context.Context, *production.Table, Request) (*Plan, error) {
	return nil, errors.New("not in this build")
}
