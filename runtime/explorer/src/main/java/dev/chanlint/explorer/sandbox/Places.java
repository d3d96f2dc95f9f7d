package dev.chanlint.explorer.sandbox;

import static dev.chanlint.explorer.sandbox.CodeInstrumenter.desc;

import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.race.Memory;
import dev.chanlint.explorer.race.Sites;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The places in the body of one method, as they are met: what hooks are told of where they are. */
final class Places {

  private static final ClassDesc MEMORY = desc(Memory.class);
  private static final MethodTypeDesc OF_SITE =
      MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_int);

  private final InstrumentedClass owner;
  private final MethodTarget method;

  /** The lines that access a thing, in the order of the code. */
  private final Map<String, List<Integer>> accessLines = new HashMap<>();

  private int line;

  Places(InstrumentedClass owner, MethodTarget method) {
    this.owner = owner;
    this.method = method;
  }

  /** Goes on to a line. */
  void enter(int number) {
    line = number;
  }

  /** The line that it has come to. */
  int line() {
    return line;
  }

  /** Notes that the place is reached, for verdicts that rest on it. */
  void reach(CodeBuilder code, String what) {
    if (!method.name().startsWith(Hidden.PREFIX)) {
      code.loadConstant(site(what)).invokestatic(MEMORY, "reach", OF_SITE);
    }
  }

  /** The number of the access to a thing on this line. */
  int site(String accessed) {
    List<Integer> lines = accessLines.computeIfAbsent(accessed, any -> new ArrayList<>());
    if (!lines.contains(line)) {
      lines.add(line);
    }
    return Sites.number(
        new Sites.Access(
            new Site(
                owner.name().replace('/', '.'), method.displayName(), owner.sourceFile(), line),
            accessed,
            lines.indexOf(line)));
  }

  /** The file and the line, for a reader. */
  String text() {
    return owner.sourceFile() + ":" + line;
  }
}
