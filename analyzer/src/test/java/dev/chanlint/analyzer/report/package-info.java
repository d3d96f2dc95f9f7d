/** Tests of the reports, with results made by hand, against golden files. */
@NullMarked
package dev.chanlint.analyzer.report;

import org.jspecify.annotations.NullMarked;
