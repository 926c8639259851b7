"""The same work with other libraries: each run does one job and tells what it took, as a line of JSON.

Time is that of the work alone, without starting Python and loading the library; memory is the peak of the process.
"""

import json
import resource
import sqlite3
import subprocess
import sys
import time
from datetime import date
from pathlib import Path


def tell(started, rows=0, who=resource.RUSAGE_SELF):
    took = (time.perf_counter() - started) * 1000
    print(json.dumps({"ms": took, "kib": resource.getrusage(who).ru_maxrss, "rows": rows}))


def document(path):
    """Title, columns and rows of a register; a cell is a number, a date or a text."""
    register = json.loads(Path(path).read_text(encoding="utf-8"))
    table = next(part for part in register["subjects"][0]["parts"] if part["part"] == "table")

    def value(cell):
        if cell["type"] == "date" and len(cell["value"]) == 10:
            return date.fromisoformat(cell["value"])
        return cell.get("value")

    return register["title"], table["columns"], [[value(cell) for cell in row["cells"]] for row in table["rows"]]


def read(path):
    import openpyxl

    started = time.perf_counter()
    book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    rows = sum(1 for sheet in book for _ in sheet.iter_rows(values_only=True))
    tell(started, rows)


def sqlite(path):
    if not Path(path).exists():
        with sqlite3.connect(path) as made:
            made.execute("CREATE TABLE fact (id INTEGER PRIMARY KEY, words TEXT NOT NULL)")
            made.executemany("INSERT INTO fact (words) VALUES (?)", (("水渠损毁" * 8,) for _ in range(100_000)))
    started = time.perf_counter()
    opened = sqlite3.connect(path)
    opened.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    tell(started)


def rows(path, count):
    """Contacts joined with their deputies as JSON, from a plain file of as many."""
    count = int(count)
    if not Path(path).exists():
        with sqlite3.connect(path) as made:
            made.executescript(
                "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT);"
                "CREATE TABLE contact (id INTEGER PRIMARY KEY, day TEXT, way TEXT, voter TEXT, people INTEGER, village TEXT,"
                " phone TEXT, promoted TEXT, opinion TEXT, route TEXT, outcome TEXT, recorder TEXT, note TEXT);"
                "CREATE TABLE deputy (contact INTEGER, person INTEGER); CREATE INDEX of ON deputy (contact);"
            )
            made.executemany("INSERT INTO person (name) VALUES (?)", ((f"代表{n}",) for n in range(115)))
            one = ("上门走访", "孙某", 1, "五里铺村", "13900000000", "秸秆禁烧", "希望增设路灯", "报联络站", None, "联络员", None)
            made.executemany(
                "INSERT INTO contact VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
                ((n, f"2023-{n % 12 + 1:02}-{n % 28 + 1:02}", *one) for n in range(count)),
            )
            made.executemany("INSERT INTO deputy VALUES (?, ?)", ((n, n % 115 + 1) for n in range(count)))
    opened = sqlite3.connect(path)
    opened.row_factory = sqlite3.Row
    started = time.perf_counter()
    found = opened.execute(
        "SELECT c.*, (SELECT group_concat(p.name, '、') FROM deputy d JOIN person p ON p.id = d.person"
        " WHERE d.contact = c.id) AS deputies FROM contact c ORDER BY c.day DESC"
    )
    json.dumps(listed := [dict(row) for row in found], ensure_ascii=False)
    tell(started, len(listed))


def order(path):
    names = json.loads(Path(path).read_text(encoding="utf-8"))
    started = time.perf_counter()
    names.sort()
    tell(started, len(names))


def fill(path, form, out):
    """The rows below the two heading rows of a form, each cell with the style of the first ruled row."""
    from copy import copy

    from openpyxl import load_workbook

    _, columns, rows = document(path)
    started = time.perf_counter()
    book = load_workbook(form)
    sheet = book.active
    sheet.insert_rows(4, len(rows) - 3)
    style = [copy(sheet.cell(3, at)._style) for at in range(1, len(columns) + 1)]
    for row, values in enumerate(rows, 3):
        for at, value in enumerate(values, 1):
            cell = sheet.cell(row, at, value)
            cell._style = style[at - 1]
    book.save(out)
    tell(started, len(rows))


def xlsxwriter(path, out):
    import xlsxwriter as library

    title, columns, rows = document(path)
    started = time.perf_counter()
    book = library.Workbook(out)
    sheet = book.add_worksheet("04")
    box = {"border": 1, "text_wrap": True, "valign": "vcenter", "font_name": "宋体", "font_size": 10}
    cell, day = book.add_format(box), book.add_format({**box, "num_format": "yyyy-mm-dd"})
    sheet.merge_range(0, 0, 0, len(columns) - 1, title, book.add_format({"bold": True, "font_size": 18}))
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column["width"] / 2)
        sheet.write_string(1, at, column["label"], cell)
    for row, values in enumerate(rows, 2):
        sheet.set_row(row, 32)
        for at, value in enumerate(values):
            if isinstance(value, date):
                sheet.write_datetime(row, at, value, day)
            elif isinstance(value, str):
                sheet.write_string(row, at, value, cell)
            else:
                sheet.write(row, at, value, cell)
    sheet.repeat_rows(1)
    sheet.set_landscape()
    book.close()
    tell(started, len(rows))


def openpyxl(path, out):
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Border, Font, Side

    title, columns, rows = document(path)
    started = time.perf_counter()
    book = Workbook()
    sheet = book.active
    line = Side(style="thin")
    look = {"border": Border(line, line, line, line), "font": Font(name="宋体", size=10), "alignment": Alignment(wrap_text=True)}
    sheet.append([title])
    sheet.append([column["label"] for column in columns])
    for row, values in enumerate(rows, 3):
        sheet.row_dimensions[row].height = 32
        for at, value in enumerate(values, 1):
            cell = sheet.cell(row, at, value)
            cell.border, cell.font, cell.alignment = look["border"], look["font"], look["alignment"]
            if isinstance(value, date):
                cell.number_format = "yyyy-mm-dd"
    sheet.print_title_rows = "2:2"
    book.save(out)
    tell(started, len(rows))


def reportlab(path, out, font):
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle

    title, columns, rows = document(path)
    started = time.perf_counter()
    pdfmetrics.registerFont(TTFont("body", font))
    style = ParagraphStyle("cell", fontName="body", fontSize=8.5, leading=11, wordWrap="CJK")
    shown = [[Paragraph("" if value is None else str(value), style) for value in row] for row in rows]
    head = [Paragraph(column["label"], style) for column in columns]
    width = 266 * 72 / 25.4
    whole = sum(column["width"] for column in columns)
    table = Table([head, *shown], [column["width"] / whole * width for column in columns], repeatRows=1)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]))
    page = SimpleDocTemplate(out, pagesize=landscape(A4), leftMargin=44, rightMargin=44)
    page.build([Paragraph(title, style), table])
    tell(started, len(rows))


def office(path, folder):
    profile = Path(folder).resolve() / "profile"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf", "--outdir", folder, path]
    started = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    tell(started, who=resource.RUSAGE_CHILDREN)


if __name__ == "__main__":
    jobs = {job.__name__: job for job in (read, sqlite, rows, order, fill, xlsxwriter, openpyxl, reportlab, office)}
    jobs[sys.argv[1]](*sys.argv[2:])
