const motifs = ['motif-kawung', 'motif-parang', 'motif-truntum', 'motif-ceplok'] as const;

/** A drawn cover, always the same for one course. */
export function Cover(props: { readonly courseId: string; readonly class?: string }) {
  const hash = [...props.courseId].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 9973, 7);
  const motif = motifs[hash % motifs.length];
  return (
    <div
      class={`cover ${motif} dye-${Math.floor(hash / 7) % 5} ${props.class ?? ''}`}
      aria-hidden="true"
    ></div>
  );
}
