package dev.chanlint.analyzer.front;

import dev.chanlint.model.code.Program.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import spoon.reflect.code.CtComment;
import spoon.reflect.code.CtExpression;
import spoon.reflect.code.CtLiteral;
import spoon.reflect.code.CtNewArray;
import spoon.reflect.declaration.CtAnnotation;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtType;
import spoon.reflect.visitor.filter.TypeFilter;

/** Reads from annotations and comments what the sources ask to be left out. */
final class Suppressions {

  /** The reason of one that has no place for a reason. */
  private static final String ANNOTATED = "@SuppressWarnings";

  private static final String PREFIX = "chanlint:";
  private static final Pattern COMMENT =
      Pattern.compile("chanlint:ignore\\s+(\\S+)(?:\\s+--\\s*(.*))?");

  private final Positions positions;
  private final List<Suppression> found = new ArrayList<>();

  Suppressions(Positions positions) {
    this.positions = positions;
  }

  List<Suppression> found() {
    return found;
  }

  /**
   * Of a type at the top of its file; most files ask for nothing, which their text tells at once.
   */
  void collect(CtType<?> type) {
    if (!positions.inText(type, PREFIX)) {
      return;
    }
    type.getElements(new TypeFilter<CtAnnotation<?>>(CtAnnotation.class)).forEach(this::annotation);
    type.getElements(new TypeFilter<>(CtComment.class)).forEach(this::comment);
  }

  private void annotation(CtAnnotation<?> annotation) {
    if (!annotation.getAnnotationType().getQualifiedName().equals("java.lang.SuppressWarnings")) {
      return;
    }
    CtExpression<?> value = annotation.getValues().get("value");
    if (value instanceof CtNewArray<?> several) {
      several.getElements().forEach(each -> warning(annotation, each));
    } else if (value != null) {
      warning(annotation, value);
    }
  }

  private void warning(CtAnnotation<?> annotation, CtExpression<?> value) {
    if (value instanceof CtLiteral<?> literal
        && literal.getValue() instanceof String text
        && text.startsWith(PREFIX)) {
      CtElement declaration = annotation.getAnnotatedElement();
      found.add(
          new Suppression(
              text.substring(PREFIX.length()),
              positions.ofDeclaration(declaration),
              ANNOTATED,
              positions.of(annotation)));
    }
  }

  private void comment(CtComment comment) {
    Matcher matcher = COMMENT.matcher(comment.getContent());
    if (matcher.lookingAt()) {
      found.add(
          new Suppression(
              matcher.group(1),
              positions.ofLineWithCode(comment),
              Optional.ofNullable(matcher.group(2)).orElse("").strip(),
              positions.of(comment)));
    }
  }
}
