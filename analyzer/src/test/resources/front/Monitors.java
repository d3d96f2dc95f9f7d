class Monitors {
  private int count;

  synchronized void increment() {
    count++;
  }

  static synchronized void all() {
    System.gc();
  }

  int read(Object lock) {
    synchronized (lock) {
      if (count > 0) {
        return count;
      }
      System.gc();
    }
    return 0;
  }
}
