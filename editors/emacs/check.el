;;; check.el --- Has Emacs run chanlint, as a compiler and as a language server  -*- lexical-binding: t -*-

;;; Commentary:

;; Run by editors/check, in a folder with Jobs.java, whose line 9 leaks.

;;; Code:

(require 'cl-lib)
(require 'compile)

(defun check-await (what condition)
  "Wait until CONDITION holds; fail, saying WHAT was awaited, if it never does."
  (let ((left 600))
    (while (and (> left 0) (not (funcall condition)))
      (accept-process-output nil 0.1)
      (cl-decf left))
    (unless (funcall condition)
      (message "Emacs: %s" what)
      (kill-emacs 1))))

(defun check-compilation ()
  "The places that a compilation prints can be gone to."
  (let ((compilation-ask-about-save nil)
        (buffer (compile "chanlint check --format gnu Jobs.java")))
    (check-await "the compilation does not end"
                 (lambda () (not (get-buffer-process buffer))))
    (let ((next-error-last-buffer buffer))
      (next-error 1 t))
    (unless (and (string= (buffer-name) "Jobs.java") (= (line-number-at-pos) 9))
      (message "Emacs: next-error went to %s:%d" (buffer-name) (line-number-at-pos))
      (kill-emacs 1))
    (message "Emacs: compile: ok")))

(defun check-eglot ()
  "The language server tells of what is in a buffer."
  (add-to-list 'eglot-server-programs '(java-mode . ("chanlint" "lsp")))
  (find-file "Jobs.java")
  (apply #'eglot (eglot--guess-contact))
  (check-await "the server tells nothing"
               (lambda () (flymake-start) (flymake-diagnostics)))
  (let ((at (line-number-at-pos (flymake-diagnostic-beg (car (flymake-diagnostics))))))
    (unless (= at 9)
      (message "Emacs: eglot has it in line %d" at)
      (kill-emacs 1)))
  (eglot-shutdown-all)
  (message "Emacs: eglot: ok"))

(check-compilation)
(if (require 'eglot nil t)
    (check-eglot)
  (message "Emacs: eglot left out: it is part of Emacs from 29 on, or a package"))

(provide 'check)
;;; check.el ends here
