import java.util.List;

class Loops {
  int labelled(int[][] rows) {
    int sum = 0;
    outer:
    for (int[] row : rows) {
      for (int cell : row) {
        if (cell < 0) {
          continue outer;
        }
        if (cell == 0) {
          break outer;
        }
        sum += cell;
      }
    }
    return sum;
  }

  void counted(List<String> list) {
    for (int i = 0, n = list.size(); i < n; i++) {
      if (list.get(i).isEmpty()) {
        continue;
      }
      list.remove(i);
    }
  }

  void atLeastOnce(boolean more) {
    do {
      if (more) {
        continue;
      }
      System.gc();
    } while (more);
  }

  void block(boolean early) {
    done:
    {
      if (early) {
        break done;
      }
      System.gc();
    }
    System.gc();
  }

  void forEver() {
    for (; ; ) {
      System.gc();
    }
  }
}
