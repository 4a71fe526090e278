/** Tells, below a changed text, which of its sentences went elsewhere or came from elsewhere. */
export function MovedNotes({ notes }: { notes: readonly string[] }) {
  if (notes.length === 0) return null;
  return (
    <ul className="moved-notes" aria-label="挪动的句子">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}
