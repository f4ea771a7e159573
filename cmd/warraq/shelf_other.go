//go:build !linux && !darwin

package main

import "errors"

// exchangeFolders says that this system cannot do it.
func exchangeFolders(a, b string) error { return errors.ErrUnsupported }
