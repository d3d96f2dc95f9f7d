package dev.chanlint.analyzer.cli;

import dev.chanlint.explorer.witness.Painter;
import dev.chanlint.explorer.witness.Style;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;

/** Colours for a terminal. */
final class AnsiPainter implements Painter {

  private AnsiPainter() {}

  /** Colours if the terminal shows them. */
  static Painter of(Ansi ansi) {
    return ansi.enabled() ? new AnsiPainter() : PLAIN;
  }

  @Override
  public String paint(Style style, String text) {
    IStyle[] styles =
        switch (style) {
          case PLACE, HEADING -> new IStyle[] {Ansi.Style.bold};
          case ERROR, FAULT -> new IStyle[] {Ansi.Style.bold, Ansi.Style.fg_red};
          case WARNING -> new IStyle[] {Ansi.Style.bold, Ansi.Style.fg_yellow};
          case NOTE -> new IStyle[] {Ansi.Style.bold, Ansi.Style.fg_cyan};
          case MARK -> new IStyle[] {Ansi.Style.bold, Ansi.Style.fg_green};
          case FAINT -> new IStyle[] {Ansi.Style.faint};
          case CODE -> new IStyle[] {Ansi.Style.fg_cyan};
        };
    return Ansi.Style.on(styles) + text + Ansi.Style.reset.off();
  }
}
