"use strict";

// Has VS Code itself use the extension, in code-server, where Chromium shows it: the finding must be there, and its
// witness be run. Run by editors/check.
//
//   node try/editor.js chanlint.vsix CODE-SERVER CHROMIUM CHANLINT FOLDER [PICTURE]

const { execFileSync, spawn } = require("node:child_process");
const { once } = require("node:events");
const fs = require("node:fs");
const os = require("node:os");
const path = require("node:path");
const { chromium } = require("playwright-core");

const PATIENCE = 120_000;
const [extension, codeServer, executablePath, command, folder, picture] = process.argv.slice(2);

const home = fs.mkdtempSync(path.join(os.tmpdir(), "vscode-"));
const places = [
  ["--config", path.join(home, "config.yaml")],
  ["--user-data-dir", path.join(home, "data")],
  ["--extensions-dir", path.join(home, "extensions")],
].flat();

function install() {
  const user = path.join(home, "data", "User");
  const settings = {
    "chanlint.command": command,
    "security.workspace.trust.enabled": false,
    "workbench.startupEditor": "none",
  };
  fs.mkdirSync(user, { recursive: true });
  fs.writeFileSync(path.join(user, "settings.json"), JSON.stringify(settings));
  execFileSync(codeServer, [...places, "--install-extension", extension], { stdio: "pipe" });
}

/**
 * @param {import("node:child_process").ChildProcessByStdio<null, import("node:stream").Readable, null>} server
 * @returns {Promise<string>}
 */
function address(server) {
  return new Promise((resolve, reject) => {
    let said = "";
    server.stdout.on("data", (text) => {
      said += text;
      const listening = /listening on (http:\S+)/.exec(said);
      if (listening) {
        resolve(listening[1]);
      }
    });
    server.on("exit", () => reject(new Error(`code-server ended: ${said}`)));
  });
}

/** @param {string} url */
async function tryOut(url) {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 560 } });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(`${url}?folder=${folder}`);
    await page.getByRole("treeitem", { name: "Jobs.java" }).dblclick();
    await page.getByText("Run the witness of leak-send").click();
    await page.getByText("leak-send: CONFIRMED").first().waitFor();
    await page.locator(".squiggly-error").waitFor();
    if (picture) {
      await page.screenshot({ path: picture });
    }
  } finally {
    await browser.close();
  }
}

async function main() {
  install();
  const words = [...places, "--auth", "none", "--bind-addr", "127.0.0.1:0", "--disable-telemetry", "--disable-update-check"];
  const server = spawn(codeServer, words, { stdio: ["ignore", "pipe", "ignore"] });
  const ended = once(server, "exit");
  try {
    await tryOut(await address(server));
  } finally {
    server.kill();
    await ended;
    fs.rmSync(home, { recursive: true, force: true });
  }
}

main().catch((e) => {
  console.error(e);
  process.exitCode = 1;
});
