// A handful of drawn icons, 24 × 24, in the colour of the text beside them. Always next to a word, so never spoken.
const PATHS = {
  tasks: "M4 6.5l1.5 1.5L8 5M4 12.5l1.5 1.5L8 11M4 18.5l1.5 1.5L8 17M11.5 7H20M11.5 13H20M11.5 19H20",
  campaign:
    "M12 3.5c3.6 4.3 5.8 7.2 5.8 10.2a5.8 5.8 0 0 1-11.6 0C6.2 10.7 8.4 7.8 12 3.5zM9.2 13.8a2.9 2.9 0 0 0 2.6 2.9",
  drive:
    "M5 5.5h14a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6.5a1 1 0 0 1 1-1zM4 10h16M8 3.5v4M16 3.5v4M9 15h6M12 12.5v5",
  report:
    "M7 3.5h7l4.5 4.5V19.5a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1zM14 3.5V8h4.5M9.5 17v-3M12.25 17v-5M15 17v-2",
  more: "M5 12h.01M12 12h.01M19 12h.01",
  letter: "M4 6.5h16v11.5H4zM4.5 7l7.5 6 7.5-6",
  target:
    "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 12h.01",
  units: "M10 4h4v4h-4zM4 16h4v4H4zM16 16h4v4h-4zM12 8v4M6 16v-4h12v4",
  people:
    "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-3.3 2.7-5.5 6-5.5s6 2.2 6 5.5M16 4.5a3.2 3.2 0 0 1 0 6.2M17.5 15c2.1.7 3.5 2.5 3.5 5",
  check: "M5 12.5l4.5 4.5L19 7.5",
  clock: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5V12l3 2",
  alarm: "M12 4l9 15.5H3zM12 10v4.5M12 17h.01",
  hollow: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z",
  error: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM9 9l6 6M15 9l-6 6",
  search: "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20",
  print: "M7 9V4h10v5M7 17H4.5v-6.5A1.5 1.5 0 0 1 6 9h12a1.5 1.5 0 0 1 1.5 1.5V17H17M7 14h10v6H7z",
  copy: "M9 9h10.5v11.5H9zM5.5 15H4.5V3.5H15V5",
  right: "M9.5 6l6 6-6 6",
  down: "M6 9.5l6 6 6-6",
  left: "M14.5 6l-6 6 6 6",
  plus: "M12 5v14M5 12h14",
  close: "M6.5 6.5l11 11M17.5 6.5l-11 11",
  upload: "M12 16V4.5M7.5 9L12 4.5 16.5 9M4.5 16v3.5h15V16",
  send: "M4 12l16-7.5-5 15.5-3.5-6.5zM11.5 13.5L20 4.5",
  signOut: "M13 4.5H5v15h8M10 12h10M16.5 8.5L20 12l-3.5 3.5",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2.5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3L7 7M17 17l1.7 1.7M5.3 18.7L7 17M17 7l1.7-1.7",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z",
  language:
    "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17",
  key: "M8 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12.5 12H21v3.5M17 12v3",
  edit: "M4.5 19.5l1-4.5L16 4.5l3.5 3.5L9 18.5z",
  undo: "M8 5L4 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11H9",
  offline:
    "M3 3l18 18M12 19h.01M8.5 15.5a5 5 0 0 1 5-1.2M5 12a10 10 0 0 1 4.5-2.7M19 12a10 10 0 0 0-4.5-2.6M2 8.5a15 15 0 0 1 4-2.7M22 8.5A15 15 0 0 0 10.5 5",
  camera: "M4.5 7.5h3l1.5-2.5h6l1.5 2.5h3v11h-15zM12 16a3.2 3.2 0 1 0 0-6.4A3.2 3.2 0 0 0 12 16z",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  unlock: "M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 6.7-1.4",
  home: "M4 11.5L12 4.5l8 7M6.5 10v9.5h11V10",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  const dots = name === "more";
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={dots ? 3.2 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
