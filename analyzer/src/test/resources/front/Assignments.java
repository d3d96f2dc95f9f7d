class Assignments {
  static int total;
  int field;
  Integer boxed = 1;
  volatile long wide;

  void compound(int[] array, String text) {
    field += 2;
    array[next()] -= 3;
    text += field;
    boxed++;
    ++total;
    wide += 1;
    byte small = 1;
    small += 5;
  }

  int next() {
    return field++;
  }

  int order(int a) {
    int b = a + (a = 5) + a++;
    int[] c = {a, b};
    c[a] = a = 3;
    return c[0] + c.length;
  }

  Object conversions(Integer n, long wide) {
    int plain = n;
    Long other = wide;
    double widened = plain;
    Object any = plain;
    boolean same = n == plain;
    return (Comparable<?>) any;
  }

  int[][] arrays(int n) {
    int[][] grid = new int[n][n + 1];
    Object[] mixed = {1, "two"};
    return grid;
  }
}
