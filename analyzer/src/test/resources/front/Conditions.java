class Conditions {
  boolean both(int a, int b) {
    return a > 0 && b > 0;
  }

  int either(boolean a, boolean b) {
    if (a || !b) {
      return 1;
    }
    return 2;
  }

  String choose(boolean a, String s) {
    String t = a ? s : "none";
    return t + (a ? 1 : 2);
  }

  void constant() {
    while (true) {
      if (!false) {
        break;
      }
    }
  }
}
