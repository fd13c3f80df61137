/** Whether a UTF-16 unit is an Arabic digit, 0 to 9; full-width ones are not. */
export function isFigure(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}
