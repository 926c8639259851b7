//! Another program that corrects a workbook: LibreOffice without a window, told by a macro.

use std::path::Path;
use std::process::Command;

/// Opens `from`, does what the lines of Basic say to `sheet`, saves as `to`.
///
/// # Panics
/// When LibreOffice is not installed or leaves no file.
pub fn corrected(folder: &Path, (from, to): (&Path, &Path), lines: &[String]) {
    let profile = folder.join("office");
    let address = format!("-env:UserInstallation=file://{}", profile.display());
    // The first start makes the profile, and would write its own over a macro that is there before it.
    start(folder, &[&address, "--terminate_after_init"]);
    let module = profile.join("user/basic/Standard/Module1.xba");
    station_machine::files::write(&module, basic(lines).as_bytes()).expect("the macro is put into the profile");
    let call = format!("macro:///Standard.Module1.Correct(\"{}\",\"{}\")", from.display(), to.display());
    start(folder, &[&address, &call]);
    assert!(to.is_file(), "LibreOffice saved what it was told to");
}

fn start(folder: &Path, arguments: &[&str]) {
    let status =
        Command::new("soffice").args(["--headless", "--norestore"]).args(arguments).env("HOME", folder).status();
    assert!(status.expect("package libreoffice-calc-nogui").success(), "LibreOffice runs {arguments:?}");
}

fn basic(lines: &[String]) -> String {
    let body = lines.join("\n  ").replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Correct(source As String, target As String)
  Dim unseen(0) As New com.sun.star.beans.PropertyValue
  unseen(0).Name = "Hidden"
  unseen(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, unseen())
  sheet = book.Sheets.getByIndex(0)
  {body}
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(ConvertToURL(target), how())
  book.close(True)
End Sub
</script:module>
"#
    )
}

/// Words put into a cell.
pub fn words(cell: &str, text: &str) -> String {
    let lines = text.replace('"', "\"\"").replace('\n', "\" + Chr(10) + \"");
    format!("sheet.getCellRangeByName(\"{cell}\").setString(\"{lines}\")")
}

/// What somebody types into a cell: the program makes a number or a date of it where it can.
pub fn typed(cell: &str, text: &str) -> String {
    format!("sheet.getCellRangeByName(\"{cell}\").setFormula(\"{text}\")")
}

/// Rows of a range sorted by one of its columns, from 0, the last first.
pub fn sorted(range: &str, column: u32) -> [String; 7] {
    [
        "Dim field(0) As New com.sun.star.table.TableSortField".to_owned(),
        format!("field(0).Field = {column}"),
        "field(0).IsAscending = False".to_owned(),
        "Dim order(0) As New com.sun.star.beans.PropertyValue".to_owned(),
        "order(0).Name = \"SortFields\"".to_owned(),
        "order(0).Value = field()".to_owned(),
        format!("sheet.getCellRangeByName(\"{range}\").sort(order())"),
    ]
}
