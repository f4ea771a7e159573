package main

import "golang.org/x/sys/unix"

// exchangeFolders gives each of two folders the name of the other in one step.
func exchangeFolders(a, b string) error {
	return unix.RenamexNp(a, b, unix.RENAME_SWAP)
}
