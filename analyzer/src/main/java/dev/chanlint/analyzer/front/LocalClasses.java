package dev.chanlint.analyzer.front;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import spoon.reflect.code.CtConstructorCall;
import spoon.reflect.code.CtVariableAccess;
import spoon.reflect.declaration.CtElement;
import spoon.reflect.declaration.CtField;
import spoon.reflect.declaration.CtType;
import spoon.reflect.declaration.CtVariable;
import spoon.reflect.reference.CtFieldReference;
import spoon.reflect.visitor.filter.TypeFilter;

/** What local and anonymous classes capture of the method around them. */
final class LocalClasses {

  private final Map<String, Map<String, String>> captured = new HashMap<>();

  /** The type of a variable that a class captures; null if it does not. */
  @Nullable String capturedType(String type, String variable) {
    return captured.getOrDefault(type, Map.of()).get(variable);
  }

  /** The names that a class captures, in order; none for a class that is not local. */
  List<String> names(String type) {
    return List.copyOf(captured.getOrDefault(type, Map.of()).keySet());
  }

  /** Notes a class at its declaration, where what it captures is in scope. */
  void declare(CtType<?> type, Body around) {
    Map<String, String> types = new LinkedHashMap<>();
    for (String name : free(type)) {
      around
          .lookup(name, around.lowering.positions.of(type))
          .ifPresent(variable -> types.put(name, variable.type()));
    }
    captured.put(type.getQualifiedName(), types);
  }

  /** The locals that a class names and does not declare. */
  private Set<String> free(CtType<?> type) {
    Set<String> free = new LinkedHashSet<>();
    for (CtElement member : type.getTypeMembers()) {
      Set<String> own = new HashSet<>();
      for (CtVariable<?> variable : member.getElements(new TypeFilter<>(CtVariable.class))) {
        if (!(variable instanceof CtField)) {
          own.add(variable.getSimpleName());
        }
      }
      for (String name : named(member)) {
        if (!own.contains(name)) {
          free.add(name);
        }
      }
    }
    if (type.getSuperclass() != null) {
      free.addAll(names(Names.erased(type.getSuperclass())));
    }
    return free;
  }

  private List<String> named(CtElement member) {
    List<String> named = new ArrayList<>();
    for (CtVariableAccess<?> access :
        member.getElements(new TypeFilter<>(CtVariableAccess.class))) {
      if (access.getVariable() != null && !(access.getVariable() instanceof CtFieldReference)) {
        named.add(access.getVariable().getSimpleName());
      }
    }
    for (CtConstructorCall<?> call :
        member.getElements(new TypeFilter<>(CtConstructorCall.class))) {
      named.addAll(names(Names.erased(call.getType())));
    }
    return named;
  }
}
