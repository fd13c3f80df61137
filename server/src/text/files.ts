/** How the names of files end that a web page offers for download; part of a pattern that ignores case. */
export const FILE_ENDING = String.raw`\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|rar|zip|txt|jpe?g|png)`;
