/**
 * The language server: what is found, told to editors as they ask for it, on texts that need not be
 * saved. Speaks version 3.17 of the Language Server Protocol.
 */
@NullMarked
package dev.chanlint.analyzer.lsp;

import org.jspecify.annotations.NullMarked;
