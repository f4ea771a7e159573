#!/usr/bin/env node
// Runs the program of the package for this machine, which npm has installed beside this one.
"use strict";
const { spawnSync } = require("node:child_process");

const name = `{{.Name}}-${process.platform}-${process.arch}`;
const file = process.platform === "win32" ? "warraq.exe" : "warraq";
let program;
try {
  program = require.resolve(`${name}/${file}`);
} catch {
  console.error(`warraq: the package ${name} is not installed: install {{.Name}} without --omit=optional, on one of {{.List}}`);
  process.exit(1);
}
const ran = spawnSync(program, process.argv.slice(2), { stdio: "inherit" });
if (ran.error) {
  console.error(`warraq: ${ran.error.message}`);
  process.exit(1);
}
if (ran.signal) process.kill(process.pid, ran.signal);
process.exit(ran.status);
