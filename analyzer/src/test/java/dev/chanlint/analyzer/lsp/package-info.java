/** Tests of the language server. */
@NullMarked
package dev.chanlint.analyzer.lsp;

import org.jspecify.annotations.NullMarked;
