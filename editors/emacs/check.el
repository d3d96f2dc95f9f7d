;;; check.el --- Has Emacs use chanlint  -*- lexical-binding: t -*-

;;; Commentary:

;; Run by editors/check: compilation mode must read what the command prints, and Eglot must show what the server
;; finds, and have it run.

;;; Code:

(require 'cl-lib)
(require 'compile)
(require 'eglot)
(require 'flymake)
(require 'seq)
(require 'chanlint)

(defconst check-patience 120 "Seconds that a loaded machine may take.")

(defun check-fail (what &rest values)
  "Say WHAT is not as it should be, and the VALUES that show it, and end with status 1."
  (message "%s: %S" what values)
  (kill-emacs 1))

(defun check-until (what ready)
  "Wait until READY returns something, which is returned; fail, naming WHAT, if it never does."
  (let ((deadline (+ (float-time) check-patience))
        (found nil))
    (while (and (not (setq found (funcall ready))) (< (float-time) deadline))
      (accept-process-output nil 0.1))
    (or found (check-fail what))))

(defun check-compile ()
  "`compile' and `next-error' lead to the place."
  (let ((compilation-scroll-output nil))
    (compile "chanlint check --format gnu Jobs.java")
    (check-until "compile ends" (lambda () (not compilation-in-progress)))
    (next-error)
    (with-current-buffer (or (get-buffer "Jobs.java") (check-fail "next-error visits no file"))
      (unless (equal (list (line-number-at-pos) (current-column)) '(9 22))
        (check-fail "next-error" (line-number-at-pos) (current-column))))))

(defun check-diagnostic (severity)
  "Wait for the one diagnostic, of SEVERITY."
  (check-until
   (format "a diagnostic of severity %s" severity)
   (lambda ()
     (flymake-start)
     (seq-find (lambda (one) (eq (flymake-diagnostic-type one) severity))
               (flymake-diagnostics)))))

(defun check-eglot ()
  "Eglot shows the finding in a text that is not saved, and has its witness run."
  (find-file "Jobs.java")
  (goto-char (point-min))
  (insert "\n")
  (call-interactively #'eglot)
  (let ((found (check-diagnostic 'eglot-warning)))
    (unless (= (line-number-at-pos (flymake-diagnostic-beg found)) 10)
      (check-fail "the diagnostic's line" (line-number-at-pos (flymake-diagnostic-beg found))))
    (goto-char (flymake-diagnostic-beg found)))
  (let ((last-nonmenu-event t))
    (cl-letf (((symbol-function 'completing-read) (lambda (&rest _) "Run the witness of leak-send")))
      (eglot-code-actions (point) (point) nil t)))
  (check-diagnostic 'eglot-error)
  (set-buffer-modified-p nil)
  (eglot-shutdown (eglot-current-server)))

(check-compile)
(check-eglot)

;;; check.el ends here
