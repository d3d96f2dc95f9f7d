package dev.chanlint.analyzer.front;

/** The lowerings of the parts of one body, which call one another as the parts nest. */
final class Lowerings {

  private final Expressions expressions;
  private final Places places;
  private final Calls calls;
  private final Creations creations;
  private final Closures closures;
  private final Patterns patterns;
  private final Switches switches;
  private final Statements statements;
  private final Loops loops;
  private final Tries tries;

  Lowerings(Body body) {
    expressions = new Expressions(body, this);
    places = new Places(body, this);
    calls = new Calls(body, this);
    creations = new Creations(body, this);
    closures = new Closures(body, this);
    patterns = new Patterns(body, this);
    switches = new Switches(body, this);
    statements = new Statements(body, this);
    loops = new Loops(body, this);
    tries = new Tries(body, this);
  }

  Expressions expressions() {
    return expressions;
  }

  Places places() {
    return places;
  }

  Calls calls() {
    return calls;
  }

  Creations creations() {
    return creations;
  }

  Closures closures() {
    return closures;
  }

  Patterns patterns() {
    return patterns;
  }

  Switches switches() {
    return switches;
  }

  Statements statements() {
    return statements;
  }

  Loops loops() {
    return loops;
  }

  Tries tries() {
    return tries;
  }
}
