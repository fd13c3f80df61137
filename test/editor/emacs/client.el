;;; client.el --- shows a plan through eglot and prints the problems  -*- lexical-binding: t; -*-

;; emacs --batch -l client.el FILE, with SERVER_NODE and SERVER_SCRIPT (dist/cli.js) in the environment.
;; Prints one line of JSON: the problems that Emacs shows, as (start end severity message).

;; Emacs 29 brings eglot along; older ones have it as a package of the system. Nothing of the user's is loaded.
(unless (locate-library "eglot")
  (require 'package)
  (setq package-user-dir (make-temp-name "/nonexistent/"))
  (package-initialize))
(require 'eglot)
(require 'flymake)
(require 'json)

(define-derived-mode plan-mode text-mode "Plan" "Plans, without the markdown-mode that is no part of Emacs.")
(add-to-list 'auto-mode-alist '("\\.\\(?:md\\|txt\\)\\'" . plan-mode))
(add-to-list 'eglot-server-programs
             `((plan-mode :language-id "markdown")
               . (,(getenv "SERVER_NODE") ,(getenv "SERVER_SCRIPT") "lsp" "--stdio")))

(setq eglot-sync-connect 20
      eglot-autoreconnect nil
      eglot-confirm-server-initiated-edits nil
      coding-system-for-read 'utf-8-unix
      enable-local-variables nil)

(defun plan-place (position)
  "Line and character of POSITION from 0, in UTF-16 units."
  (save-excursion
    (goto-char position)
    (vector (1- (line-number-at-pos position t))
            (/ (length (encode-coding-string
                        (buffer-substring-no-properties (line-beginning-position) position) 'utf-16le))
               2))))

(defun plan-severity (diagnostic)
  "Name of the Flymake type of DIAGNOSTIC."
  (substring (symbol-name (flymake-diagnostic-type diagnostic)) (length "eglot-")))

(let ((reported nil))
  (cl-defmethod eglot-handle-notification :after
    (_server (_method (eql textDocument/publishDiagnostics)) &key uri diagnostics &allow-other-keys)
    (ignore uri diagnostics)
    (setq reported t))
  (with-current-buffer (find-file-noselect (car command-line-args-left))
    (setq command-line-args-left nil)
    (apply #'eglot (let ((default-directory (file-name-directory buffer-file-name))) (eglot--guess-contact)))
    ;; In batch mode nothing is idle: the buffer is told of, and Flymake started, by hand.
    (flymake-mode 1)
    (flymake-start)
    (with-timeout (40 (error "The server has not told of any problems"))
      (while (not reported) (accept-process-output nil 0.1)))
    (flymake-start)
    (accept-process-output nil 0.3)
    (princ (json-serialize
            (vconcat
             (mapcar (lambda (diagnostic)
                       (vector (plan-place (flymake-diagnostic-beg diagnostic))
                               (plan-severity diagnostic)
                               (substring-no-properties (flymake-diagnostic-text diagnostic))))
                     (flymake-diagnostics)))))
    (terpri)
    (eglot-shutdown (eglot-current-server) nil 10)))

;;; client.el ends here
