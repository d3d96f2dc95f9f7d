@NullMarked
package dev.chanlint.analyzer.config;

import org.jspecify.annotations.NullMarked;
