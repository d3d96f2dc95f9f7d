package dev.chanlint.explorer.sandbox;

import dev.chanlint.explorer.Site;
import dev.chanlint.explorer.engine.Body;
import dev.chanlint.explorer.engine.Drivers;
import dev.chanlint.explorer.engine.Workload;
import dev.chanlint.explorer.race.Watch;
import java.lang.constant.MethodTypeDesc;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Code under test, from an entry point, as the engine runs it. */
public final class SandboxWorkload implements Workload, Watch.Watched {

  private final Sandbox sandbox;
  private final EntryPoint entryPoint;
  private final Body entry;
  private final boolean program;
  private final Watch watch;

  /** Never changed, only replaced. */
  private Set<String> exposed;

  /**
   * Finds the entry point.
   *
   * @param entry the binary name of a class with a {@code main}, or {@code Class#method}
   * @param program whether it ends when its main goroutine returns, as a program does
   * @throws IllegalArgumentException if there is no such entry point
   */
  public SandboxWorkload(Sandbox sandbox, String entry, boolean program) {
    this(sandbox, new EntryPoint.Named(entry, new byte[0]), program);
  }

  /**
   * Finds the entry point.
   *
   * @param program whether it ends when its main goroutine returns, as a program does
   * @throws IllegalArgumentException if there is no such entry point
   */
  public SandboxWorkload(Sandbox sandbox, EntryPoint entry, boolean program) {
    this(sandbox, entry, program, new Watch(), Set.of());
  }

  private SandboxWorkload(
      Sandbox sandbox, EntryPoint entryPoint, boolean program, Watch watch, Set<String> exposed) {
    this.sandbox = sandbox;
    this.entryPoint = entryPoint;
    try (Drivers.Shift _ = Drivers.begin()) {
      this.entry = entryPoint.in(sandbox);
    }
    this.program = program;
    this.watch = watch;
    this.exposed = exposed;
  }

  @Override
  public Workload copy() {
    return new SandboxWorkload(sandbox.copy(), entryPoint, program, watch, exposed);
  }

  /** Statics need nothing: a class notes which execution initialised it (see {@link Statics}). */
  @Override
  public void reset() {
    watch.expose(exposed);
  }

  @Override
  public Watch watch() {
    return watch;
  }

  @Override
  public String exposed() {
    return String.join(".", new TreeSet<>(exposed));
  }

  @Override
  public void expose(String accesses) {
    exposed = accesses.isEmpty() ? Set.of() : Set.of(accesses.split("\\."));
  }

  @Override
  public boolean hasRacesToExpose() {
    return !exposed.containsAll(watch.racing());
  }

  @Override
  public boolean exposeRaces() {
    boolean more = hasRacesToExpose();
    Set<String> all = new HashSet<>(exposed);
    all.addAll(watch.racing());
    exposed = Set.copyOf(all);
    return more;
  }

  @Override
  public boolean isStep(Late what) {
    return exposed.contains(Watch.key(what));
  }

  @Override
  public void matters(Late what) {
    watch.note(what);
  }

  @Override
  public void run() throws Throwable {
    entry.run();
  }

  @Override
  public boolean isProgram() {
    return program;
  }

  @Override
  public boolean isUnderTest(String className) {
    return sandbox.isUnderTest(className);
  }

  @Override
  public @Nullable String refusal(String owner, String name, String descriptor, boolean isStatic) {
    return sandbox.refusal(
        owner.replace('.', '/'), name, MethodTypeDesc.ofDescriptor(descriptor), isStatic);
  }

  @Override
  public Set<Site> executed() {
    return watch.reached().stream()
        .filter(site -> isUnderTest(site.className()))
        .collect(Collectors.toSet());
  }
}
