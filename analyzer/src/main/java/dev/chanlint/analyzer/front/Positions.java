package dev.chanlint.analyzer.front;

import dev.chanlint.model.code.Position;
import java.io.File;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtAbstractInvocation;
import spoon.reflect.code.CtExpression;
import spoon.reflect.cu.SourcePosition;
import spoon.reflect.cu.position.CompoundSourcePosition;
import spoon.reflect.cu.position.DeclarationSourcePosition;
import spoon.reflect.declaration.CtCompilationUnit;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtEnumValue;
import spoon.reflect.declaration.CtType;

/**
 * Where elements stand. A position's line is the one that the compiler's line table gives for the
 * same operation, so that what an execution reports can be matched with it.
 */
final class Positions {

  static final Position NOWHERE = new Position("", 1, 1, 1, 1);

  private final Map<File, SourceText> texts = new HashMap<>();
  private final UnaryOperator<String> userNames;

  /**
   * Positions in files.
   *
   * @param userNames from a file's absolute path to what the user calls it
   */
  Positions(UnaryOperator<String> userNames) {
    this.userNames = userNames;
  }

  /** The text of an element, or of the nearest element around it that has a place. */
  Position of(CtElement element) {
    SourcePosition position = place(element);
    if (position == null) {
      return NOWHERE;
    }
    return text(position).region(position.getSourceStart(), end(element, position));
  }

  /** The first line of an element. */
  Position firstLine(CtElement element) {
    SourcePosition position = place(element);
    if (position == null) {
      return NOWHERE;
    }
    return text(position).firstLine(position.getSourceStart(), end(element, position));
  }

  /** The name of a declaration; its whole text where it has none. */
  Position ofName(CtElement declaration) {
    SourcePosition position = place(declaration);
    return position instanceof CompoundSourcePosition compound
        ? text(position).region(compound.getNameStart(), compound.getNameEnd() + 1)
        : of(declaration);
  }

  /** Whether the text of an element's file has these words anywhere. */
  boolean inText(CtElement element, String words) {
    SourcePosition position = place(element);
    return position != null && text(position).text().contains(words);
  }

  /** A declaration with its annotations and modifiers. */
  Position ofDeclaration(CtElement declaration) {
    SourcePosition position = place(declaration);
    if (!(position instanceof DeclarationSourcePosition whole)) {
      return of(declaration);
    }
    int start = Math.min(whole.getModifierSourceStart(), whole.getDeclarationStart());
    return text(position).region(Math.max(start, 0), whole.getDeclarationEnd() + 1);
  }

  /**
   * A call: the line that its method's name is on, from the receiver if that starts there, to the
   * closing parenthesis if that is there.
   */
  Position ofCall(CtAbstractInvocation<?> call) {
    if (((CtElement) call).getParent() instanceof CtEnumValue<?> constant) {
      return ofName(constant);
    }
    SourcePosition whole = place((CtElement) call);
    if (whole == null) {
      return NOWHERE;
    }
    SourceText text = text(whole);
    SourcePosition name = call.getExecutable().getPosition();
    int start = whole.getSourceStart();
    if (name.isValidPosition() && !text.sameLine(start, name.getSourceStart())) {
      start = name.getSourceStart();
    }
    return text.firstLine(start, end((CtElement) call, whole));
  }

  /** After the last character: an expression that is a statement has its semicolon in its place. */
  private int end(CtElement element, SourcePosition position) {
    int end = position.getSourceEnd();
    boolean statement = element instanceof CtExpression && text(position).text().charAt(end) == ';';
    return statement ? end : end + 1;
  }

  /** The closing brace of a block. */
  Position ofEnd(CtElement block) {
    SourcePosition position = place(block);
    if (position == null) {
      return NOWHERE;
    }
    int end = position.getSourceEnd();
    return text(position).region(end, end + 1);
  }

  /**
   * A statement before its body: {@code for (…)}, as far as it is on the line of what it evaluates.
   */
  Position ofHeader(CtElement statement, CtElement evaluated, @Nullable CtElement body) {
    SourcePosition whole = place(statement);
    SourcePosition part = place(evaluated);
    if (whole == null || part == null) {
      return NOWHERE;
    }
    SourceText text = text(whole);
    int end =
        body != null && body.getPosition().isValidPosition()
            ? body.getPosition().getSourceStart()
            : whole.getSourceEnd() + 1;
    int start =
        text.sameLine(whole.getSourceStart(), part.getSourceStart())
            ? whole.getSourceStart()
            : part.getSourceStart();
    return trimmed(text, start, Math.min(end, text.endOfLine(start)));
  }

  /** The first word of a statement. */
  Position ofKeyword(CtElement statement, String keyword) {
    SourcePosition position = place(statement);
    if (position == null) {
      return NOWHERE;
    }
    int start = position.getSourceStart();
    return text(position).region(start, start + keyword.length());
  }

  /** The line that a comment is about: its own if code stands there, else the next. */
  Position ofLineWithCode(CtElement comment) {
    SourcePosition position = place(comment);
    if (position == null) {
      return NOWHERE;
    }
    SourceText text = text(position);
    int line = text.lineOf(position.getSourceStart());
    int start = text.startOfLine(line);
    boolean alone = text.text().substring(start, position.getSourceStart()).isBlank();
    if (alone && line < text.lines()) {
      start = text.startOfLine(line + 1);
    }
    return text.region(start, Math.max(start + 1, text.endOfLine(start)));
  }

  private static Position trimmed(SourceText text, int start, int end) {
    int last = end;
    while (last > start + 1 && Character.isWhitespace(text.text().charAt(last - 1))) {
      last--;
    }
    return text.region(start, last);
  }

  private static @Nullable SourcePosition place(@Nullable CtElement element) {
    CtElement at = element;
    while (at != null) {
      if (at.getPosition().isValidPosition()) {
        return at.getPosition();
      }
      if (at instanceof CtType<?> type) {
        return ofMembers(type);
      }
      at = at.isParentInitialized() ? at.getParent() : null;
    }
    return null;
  }

  /** Where the class is that a compact source file implies: it has no text of its own. */
  private static @Nullable SourcePosition ofMembers(CtType<?> type) {
    return type.getTypeMembers().stream()
        .map(CtElement::getPosition)
        .filter(SourcePosition::isValidPosition)
        .min(Comparator.comparingInt(SourcePosition::getSourceStart))
        .orElse(null);
  }

  private SourceText text(SourcePosition position) {
    return texts.computeIfAbsent(position.getFile(), _ -> read(position.getCompilationUnit()));
  }

  private SourceText read(CtCompilationUnit unit) {
    return new SourceText(userNames.apply(unit.getFile().getPath()), unit.getOriginalSourceCode());
  }
}
