/** The application's seal. */
export function Seal() {
  return (
    <span className="seal">
      乡
      <br />约
    </span>
  );
}
