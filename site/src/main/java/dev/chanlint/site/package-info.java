/**
 * The documentation site: Markdown files of the repository as static HTML pages. There is one
 * source of each page, and it is read as well where the repository is browsed.
 */
@NullMarked
package dev.chanlint.site;

import org.jspecify.annotations.NullMarked;
