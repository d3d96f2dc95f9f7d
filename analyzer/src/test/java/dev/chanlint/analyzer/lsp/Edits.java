package dev.chanlint.analyzer.lsp;

import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextEdit;

/** Does what an editor does with edits. */
public final class Edits {

  private Edits() {}

  /** A text after an edit. */
  public static String applied(String text, TextEdit edit) {
    return text.substring(0, offset(text, edit.getRange().getStart()))
        + edit.getNewText()
        + text.substring(offset(text, edit.getRange().getEnd()));
  }

  private static int offset(String text, Position position) {
    List<String> before = List.of(text.split("(?<=\n)", -1)).subList(0, position.getLine());
    return before.stream().mapToInt(String::length).sum() + position.getCharacter();
  }
}
