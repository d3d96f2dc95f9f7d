/**
 * The twins of the runtime's seam classes, under control: the same public members, written on the
 * operations. The sandbox defines each under the name of the class that it stands for, so they use
 * none but public members of each other and of the runtime, and none refers to a twin by name
 * except to make or to call one.
 */
@NullMarked
package dev.chanlint.explorer.model;

import org.jspecify.annotations.NullMarked;
