"use strict";

/**
 * What the user set.
 *
 * @typedef {object} Settings
 * @property {string} command the chanlint command
 * @property {string} classpath what the sources are compiled against
 * @property {string[]} arguments more arguments
 */

/**
 * How to start the server, which then speaks on standard input and output.
 *
 * @param {Settings} settings
 * @returns {{ command: string, args: string[] }}
 */
function executable(settings) {
  const classpath = settings.classpath ? ["--classpath", settings.classpath] : [];
  return { command: settings.command, args: ["lsp", ...classpath, ...settings.arguments] };
}

module.exports = { executable };
