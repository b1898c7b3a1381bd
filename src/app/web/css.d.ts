// Style sheets are bundled for their effect and carry no values.
declare module "*.css";
