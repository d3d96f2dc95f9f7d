"use strict";

const assert = require("node:assert/strict");
const { spawn } = require("node:child_process");
const { once } = require("node:events");
const path = require("node:path");
const { after, before, test } = require("node:test");
const { pathToFileURL } = require("node:url");
const rpc = require("vscode-jsonrpc/node");
const { executable } = require("../src/server");

const command = process.env.CHANLINT ?? path.resolve(__dirname, "../../../chanlint");
const folder = path.resolve(__dirname, "../../../testdata/seeds");
const file = pathToFileURL(path.join(folder, "Unsaved.java")).href;
const leaking = `
import dev.chanlint.runtime.*;

class Unsaved {
  public static void main(String[] args) {
    Go.run(() -> {
      Chan<Integer> answers = Chan.make();
      Go.go(() -> answers.send(1));
    });
  }
}
`;

/** @type {import("node:child_process").ChildProcessByStdio<import("node:stream").Writable, import("node:stream").Readable, null>} */
let server;
/** @type {rpc.MessageConnection} */
let connection;

before(() => {
  const start = executable({ command, classpath: "", arguments: ["--rule", "misuse-spin=off"] });
  server = spawn(start.command, start.args, { stdio: ["pipe", "pipe", "inherit"] });
  connection = rpc.createMessageConnection(
    new rpc.StreamMessageReader(server.stdout),
    new rpc.StreamMessageWriter(server.stdin),
  );
  connection.listen();
});

after(() => {
  connection.dispose();
  server.kill();
});

test("the server that the extension starts tells what is wrong in a text that is not saved", async () => {
  const root = pathToFileURL(folder).href;
  const initialized = await connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: "seeds" }],
    capabilities: {},
  });
  assert.equal(initialized.serverInfo.name, "chanlint");
  await connection.sendNotification("initialized", {});

  const told = new Promise((resolve) =>
    connection.onNotification("textDocument/publishDiagnostics", (params) =>
      params.uri === file ? resolve(params.diagnostics) : undefined,
    ),
  );
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri: file, languageId: "java", version: 1, text: leaking },
  });
  const [leak] = await told;
  assert.equal(leak.code, "leak-send");
  assert.equal(leak.range.start.line, 7);

  const lenses = await connection.sendRequest("textDocument/codeLens", { textDocument: { uri: file } });
  assert.equal(lenses[0].command.command, "chanlint.runWitness");
});

test("the server goes when it is told to", async () => {
  await connection.sendRequest("shutdown");
  const gone = once(server, "exit");
  await connection.sendNotification("exit");
  const [status] = await gone;
  assert.equal(status, 0);
});
