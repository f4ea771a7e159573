"use strict";

// What Visual Studio Code asks, `warraq lsp` answers; the pages are those of
// `warraq preview`, in a pane beside the text. Nothing is known here of manuscripts.

const { spawn } = require("node:child_process");
const path = require("node:path");
const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

/** @type {LanguageClient | undefined} */
let client;

/** The servers of pages that run, by the manuscript. @type {Map<string, {process: import("node:child_process").ChildProcess, address: Promise<string>}>} */
const servers = new Map();

function program() {
  return vscode.workspace.getConfiguration("warraq").get("path") || "warraq";
}

/** The manuscript of a file: the nearest folder in the workspace with book.yaml, or the file. */
async function manuscriptOf(uri) {
  const top = vscode.workspace.getWorkspaceFolder(uri);
  for (let at = path.dirname(uri.fsPath); ; at = path.dirname(at)) {
    try {
      await vscode.workspace.fs.stat(vscode.Uri.file(path.join(at, "book.yaml")));
      return at;
    } catch {
      // not here
    }
    if (!top || at === top.uri.fsPath || at === path.dirname(at)) {
      return uri.fsPath;
    }
  }
}

/** The address of the pages of a manuscript, once they are served. */
function serve(manuscript) {
  const running = servers.get(manuscript);
  if (running) {
    return running.address;
  }
  const child = spawn(program(), ["preview", manuscript], { stdio: ["ignore", "pipe", "pipe"] });
  const address = new Promise((resolve, reject) => {
    let said = "";
    const look = (data) => {
      said += data;
      const found = said.match(/http:\/\/127\.0\.0\.1:\d+\S*/);
      if (found) {
        resolve(found[0]);
      }
    };
    child.stdout.on("data", look);
    child.stderr.on("data", look);
    child.on("error", reject);
    child.on("exit", () => {
      servers.delete(manuscript);
      reject(new Error(said.trim() || "warraq preview ended"));
    });
  });
  servers.set(manuscript, { process: child, address });
  return address;
}

async function preview() {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    return;
  }
  const manuscript = await manuscriptOf(editor.document.uri);
  try {
    const address = await serve(manuscript);
    const shown = await vscode.env.asExternalUri(vscode.Uri.parse(address));
    await vscode.commands.executeCommand("simpleBrowser.api.open", shown, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
  } catch (error) {
    vscode.window.showErrorMessage(`Warraq: ${error.message}`);
  }
}

/** Turns the pages to the line of the cursor. */
async function follow(event) {
  const uri = event.textEditor.document.uri;
  if (uri.scheme !== "file" || servers.size === 0) {
    return;
  }
  const manuscript = await manuscriptOf(uri);
  const running = servers.get(manuscript);
  if (!running) {
    return;
  }
  const file = manuscript === uri.fsPath ? path.basename(manuscript) : path.relative(manuscript, uri.fsPath).split(path.sep).join("/");
  const query = new URLSearchParams({ file, line: String(event.selections[0].active.line + 1) });
  try {
    await fetch(new URL(`/cursor?${query}`, await running.address), { method: "POST" });
  } catch {
    // the pages are gone
  }
}

async function build() {
  const editor = vscode.window.activeTextEditor;
  if (!editor) {
    return;
  }
  const manuscript = await manuscriptOf(editor.document.uri);
  const folder = path.extname(manuscript) ? path.dirname(manuscript) : manuscript;
  const task = new vscode.Task({ type: "warraq" }, vscode.TaskScope.Workspace, "build", "warraq",
    new vscode.ProcessExecution(program(), ["build", manuscript], { cwd: folder }));
  await vscode.tasks.executeTask(task);
}

exports.activate = async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("warraq.preview", preview),
    vscode.commands.registerCommand("warraq.build", build),
    vscode.window.onDidChangeTextEditorSelection(follow),
    { dispose: () => servers.forEach((s) => s.process.kill()) },
  );
  client = new LanguageClient("warraq", "Warraq", { command: program(), args: ["lsp"] }, {
    documentSelector: [
      { scheme: "file", language: "markdown" },
      { scheme: "file", pattern: "**/book.yaml" },
    ],
    synchronize: { fileEvents: vscode.workspace.createFileSystemWatcher("**/*.{md,yaml,csv}") },
  });
  await client.start();
};

exports.deactivate = function deactivate() {
  servers.forEach((s) => s.process.kill());
  return client?.stop();
};
