;;; chanlint.el --- Concurrency mistakes in Java while you type  -*- lexical-binding: t -*-

;;; Commentary:

;; Has Eglot start chanlint's language server for Java.

;;; Code:

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '(java-mode . ("chanlint" "lsp"))))

(provide 'chanlint)
;;; chanlint.el ends here
