enum Enums {
  PLAIN(1),
  SPECIAL(2) {
    @Override
    int cost() {
      return 3;
    }
  };

  private final int weight;
  private static final int LIMIT = Enums.values().length;

  Enums(int weight) {
    this.weight = weight;
  }

  int cost() {
    return weight;
  }
}
