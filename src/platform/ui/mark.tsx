// The mark of the product: a rosy drop over a river's line. Drawn here; no emblem of any organisation.
export function Mark({ size = 32 }: { readonly size?: number }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 48 48" aria-hidden="true">
      <path d="M24 3c8.5 9.8 14 16.7 14 24a14 14 0 0 1-28 0C10 19.7 15.5 12.8 24 3z" fill="#b4234a" />
      <path
        d="M16 28.5c2.7-2.2 5.3-2.2 8 0s5.3 2.2 8 0"
        fill="none"
        stroke="#fff"
        strokeWidth="2.6"
        strokeLinecap="round"
      />
      <path
        d="M18.5 34c1.9-1.5 3.7-1.5 5.5 0s3.6 1.5 5.5 0"
        fill="none"
        stroke="#fff"
        strokeWidth="2.2"
        strokeLinecap="round"
        opacity="0.8"
      />
    </svg>
  );
}
