/**
 * What needs the heavy libraries of Word and Excel files. This is an entry point of its own
 * (dist/office.js), which is loaded when it is first needed: see `node/office.ts`. Everything that goes in or out is
 * plain data: text, bytes, options, never objects of the model.
 */
export { readLedger } from './ledger-reading.ts';
export { writeLedger } from './ledger-workbook.ts';
export { writePaper } from './paper/write.ts';
export { writeReview } from './review/write.ts';
export { readWord } from './word.ts';
