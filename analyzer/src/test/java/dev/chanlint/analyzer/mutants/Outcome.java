package dev.chanlint.analyzer.mutants;

/** What came of a mutant. */
enum Outcome {
  /** A rule reported, and the explorer confirmed it. */
  CONFIRMED("reported and confirmed"),
  /** A rule reported, and the explorer met another fault than it predicted. */
  OTHERWISE("reported; confirmed is another fault"),
  /** A rule reported, and it was neither confirmed nor refuted. */
  UNDECIDED("reported, undecided"),
  /** A rule reported what cannot happen. */
  REFUTED("reported and refuted"),
  /** No rule reported, and the explorer met a fault. */
  EXPLORED("met by the explorer alone"),
  /** No rule reported, and no schedule that can differ has a fault. */
  HARMLESS("no fault in any schedule"),
  /** No rule reported, and the explorer met no fault as far as it got. */
  UNKNOWN("no fault as far as explored"),
  /** It does not compile, or the explorer gets nowhere with it. */
  INVALID("could not be run");

  private final String words;

  Outcome(String words) {
    this.words = words;
  }

  /** For a table's head. */
  String words() {
    return words;
  }
}
