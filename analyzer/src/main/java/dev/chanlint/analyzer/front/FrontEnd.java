package dev.chanlint.analyzer.front;

import dev.chanlint.analyzer.project.LargeStack;
import dev.chanlint.analyzer.project.SourceFile;
import dev.chanlint.analyzer.project.SourceSet;
import dev.chanlint.model.code.FieldRef;
import dev.chanlint.model.code.Function;
import dev.chanlint.model.code.Instruction;
import dev.chanlint.model.code.Position;
import dev.chanlint.model.code.Program;
import dev.chanlint.model.code.Program.EntryPoint;
import dev.chanlint.model.code.Program.Gap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import spoon.reflect.declaration.CtType;
import spoon.reflect.visitor.filter.TypeFilter;

/**
 * Builds the code model from sources.
 *
 * <p>What cannot be understood is left out and named as a {@link Gap}; the rest is there. No code
 * of the sources, their class path or their annotation processors runs.
 */
public final class FrontEnd {

  private FrontEnd() {}

  /**
   * Reads sources.
   *
   * @param sources the files, and the class path to resolve them against
   * @return the program
   */
  public static Program read(SourceSet sources) {
    return LargeStack.call(() -> readHere(sources));
  }

  private static Program readHere(SourceSet sources) {
    Map<String, String> names = new HashMap<>();
    for (SourceFile file : sources.files()) {
      names.put(file.path().toString(), file.name());
    }
    Positions positions = new Positions(path -> names.getOrDefault(path, path));
    try (ClassFileTypes library = new ClassFileTypes(sources.classPath())) {
      Lowering lowering = new Lowering(new TypeTable(library::read), positions);
      sources.gaps().forEach(gap -> lowering.gap(gap.at(), gap.what()));
      SpoonModels models =
          new SpoonModels(
              sources.classPath(),
              (file, what) -> lowering.gap(new Position(file.name(), 1, 1, 1, 1), what));
      return lower(models.types(sources.files()), lowering);
    }
  }

  private static Program lower(List<CtType<?>> model, Lowering lowering) {
    List<CtType<?>> tops =
        model.stream()
            .filter(CtType::isTopLevel)
            .sorted(Comparator.comparing(lowering.positions::of))
            .toList();
    SourceTypes sourceTypes = new SourceTypes(lowering.positions);
    List<CtType<?>> all = new ArrayList<>();
    for (CtType<?> top : tops) {
      for (CtType<?> type : top.getElements(new TypeFilter<CtType<?>>(CtType.class))) {
        if (!(type instanceof spoon.reflect.declaration.CtTypeParameter)) {
          all.add(type);
          lowering.types.add(sourceTypes.read(type));
        }
      }
    }
    Members members = new Members(lowering);
    tops.forEach(members::lower);
    Bridges bridges = new Bridges(lowering);
    all.forEach(type -> bridges.add(type.getQualifiedName()));
    EntryPoints search = new EntryPoints(lowering);
    all.forEach(search::collect);
    List<EntryPoint> entryPoints = new ArrayList<>(search.found());
    entryPoints.addAll(search.outside(all));
    Suppressions suppressions = new Suppressions(lowering.positions);
    tops.forEach(suppressions::collect);
    return new Program(
        lowering.functions(),
        lowering.types.declarations(named(lowering.functions())),
        entryPoints,
        suppressions.found(),
        List.copyOf(lowering.gaps()));
  }

  /** The types that functions name. */
  private static Set<String> named(Map<String, Function> functions) {
    Set<String> named = new LinkedHashSet<>();
    for (Function function : functions.values()) {
      function.parameters().forEach(parameter -> named.add(parameter.type()));
      for (var block : function.blocks()) {
        block.handlers().forEach(handler -> named.add(handler.type()));
        block.instructions().forEach(instruction -> named(instruction, named));
      }
    }
    return named;
  }

  private static void named(Instruction instruction, Set<String> named) {
    switch (instruction) {
      case Instruction.New created -> named.add(created.type());
      case Instruction.Closure closure -> {
        named.add(closure.target().type());
        named.add(closure.method().owner());
      }
      case Instruction.Call call -> {
        named.add(call.method().owner());
        named.add(call.receiverType());
        named.add(call.method().result());
      }
      case Instruction.LoadField load -> fields(load.field(), named);
      case Instruction.StoreField store -> fields(store.field(), named);
      case Instruction.Copy copy -> named.add(copy.target().type());
      case Instruction.Constant(var _, Instruction.ClassConstant(String type), var _) ->
          named.add(type);
      default -> {}
    }
  }

  private static void fields(FieldRef field, Set<String> named) {
    named.add(field.owner());
    named.add(field.type());
  }
}
