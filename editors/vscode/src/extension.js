"use strict";

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");
const { executable } = require("./server");

/** @type {LanguageClient | undefined} */
let client;

/** @returns {import("./server").Settings} */
function settings() {
  const configuration = vscode.workspace.getConfiguration("chanlint");
  return {
    command: configuration.get("command", "chanlint"),
    classpath: configuration.get("classpath", ""),
    arguments: configuration.get("arguments", []),
  };
}

async function start() {
  client = new LanguageClient("chanlint", "chanlint", executable(settings()), {
    documentSelector: [{ scheme: "file", language: "java" }],
  });
  await client.start();
}

async function restart() {
  await deactivate();
  await start();
}

/** @param {vscode.ExtensionContext} context */
async function activate(context) {
  context.subscriptions.push(
    vscode.commands.registerCommand("chanlint.restart", restart),
    vscode.workspace.onDidChangeConfiguration((change) =>
      change.affectsConfiguration("chanlint") ? restart() : undefined,
    ),
  );
  await start();
}

async function deactivate() {
  await client?.stop();
  client = undefined;
}

module.exports = { activate, deactivate };
