// Colours, type and sizes for Mantine. States have their colours in theme.css; rose is the brand and the one
// primary action, and never means an error.
import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** Around #B4234A (index 7): white on it has contrast 6.4; white on index 6, used in the dark theme, 4.9. */
const ROSE: MantineColorsTuple = [
  "#fdf1f4",
  "#fae0e7",
  "#f4bfcd",
  "#ee98af",
  "#e26c8c",
  "#d54f73",
  "#c93a60",
  "#b4234a",
  "#951a3c",
  "#771430",
];

/** Warm greys of the dark theme; index 7 is its ground. */
const DARK: MantineColorsTuple = [
  "#ece7e8",
  "#c9c1c3",
  "#a79da0",
  "#7f7578",
  "#574e51",
  "#3b3436",
  "#2a2426",
  "#1b1718",
  "#141112",
  "#0e0c0d",
];

const field = { size: "md", inputWrapperOrder: ["label", "description", "input", "error"] };

export const theme = createTheme({
  fontFamily: "'Be Vietnam Pro', system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  // Stacked marks (ẫ, ỗ) need air.
  lineHeights: { xs: "1.5", sm: "1.5", md: "1.55", lg: "1.6", xl: "1.6" },
  headings: {
    fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "1.625rem", lineHeight: "1.5" },
      h2: { fontSize: "1.25rem", lineHeight: "1.5" },
      h3: { fontSize: "1.0625rem", lineHeight: "1.5" },
    },
  },
  colors: { rose: ROSE, dark: DARK },
  primaryColor: "rose",
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: "md",
  respectReducedMotion: true,
  cursorType: "pointer",
  focusRing: "auto",
  // Named, not imported: a screen brings the components it uses, the first load brings none of them.
  components: {
    Button: { defaultProps: { size: "md" } },
    // Over the bar at the foot of a phone (shell.css), under what is told at its edge (parts.css).
    Modal: { defaultProps: { zIndex: 350 } },
    TextInput: { defaultProps: field },
    PasswordInput: { defaultProps: field },
    NumberInput: { defaultProps: field },
    Textarea: { defaultProps: field },
    NativeSelect: { defaultProps: field },
    Checkbox: { defaultProps: { size: "md" } },
    CheckboxGroup: { defaultProps: { size: "md" } },
    RadioGroup: { defaultProps: { size: "md" } },
    Radio: { defaultProps: { size: "md" } },
  },
});
