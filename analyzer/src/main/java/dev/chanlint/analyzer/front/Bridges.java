package dev.chanlint.analyzer.front;

import dev.chanlint.analyzer.front.TypeTable.Method;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.MethodRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes the methods through which a call of a generic method reaches one that overrides it with
 * narrower parameters: JLS 15.12.4.5.
 */
final class Bridges {

  private final Lowering lowering;

  Bridges(Lowering lowering) {
    this.lowering = lowering;
  }

  /** Adds the bridges that a type of the sources needs. */
  void add(String type) {
    List<TypeTable.Type> lineage = lowering.types.lineage(type);
    Set<String> declared = new HashSet<>();
    for (Method method : lineage.getFirst().methods()) {
      declared.add(method.ref().signature());
    }
    for (Method method : lineage.getFirst().methods()) {
      MethodRef ref = method.ref();
      Function target = lowering.functions().get(ref.toString());
      if (target == null || ref.isStatic() || ref.name().equals(MethodRef.CONSTRUCTOR)) {
        continue;
      }
      for (TypeTable.Type ancestor : lineage.subList(1, lineage.size())) {
        for (Method inherited : ancestor.methods()) {
          if (overrides(ref, inherited) && declared.add(inherited.ref().signature())) {
            MethodRef from =
                new MethodRef(
                    type,
                    ref.name(),
                    inherited.ref().parameters(),
                    inherited.ref().result(),
                    false);
            new Members(lowering).bridge(from, ref, target.at());
          }
        }
      }
    }
  }

  private boolean overrides(MethodRef method, Method inherited) {
    MethodRef other = inherited.ref();
    if (!other.name().equals(method.name())
        || other.isStatic()
        || inherited.isPrivate()
        || other.parameters().size() != method.parameters().size()
        || other.parameters().equals(method.parameters())) {
      return false;
    }
    for (int i = 0; i < other.parameters().size(); i++) {
      String narrow = method.parameters().get(i);
      String wide = other.parameters().get(i);
      if (!narrow.equals(wide) && !(inherited.generic().get(i) && isNarrower(narrow, wide))) {
        return false;
      }
    }
    return true;
  }

  private boolean isNarrower(String narrow, String wide) {
    if (narrow.endsWith("[]")) {
      return wide.equals(TypeTable.OBJECT)
          || wide.endsWith("[]") && isNarrower(Calls.element(narrow), Calls.element(wide));
    }
    return wide.equals(TypeTable.OBJECT) || lowering.types.isSubtype(narrow, wide);
  }
}
