/* The audit of prose.  Each case adds one free section, or one member, to the report without a contradiction. */
#include "analysis_support.h"

#include "analysis/days.h"
#include "analysis/scan.h"

struct text_case {
    const char *rule;
    const char *blocks; /* of a free section; or, beginning with a quotation mark, members of the report */
    const char *finds;  /* beside the note on the total; positions in /sections/0/blocks/ begin with "#" */
};

#define P(text) "{\"type\": \"paragraph\", \"text\": \"" text "\"}"
#define H(text) "{\"type\": \"heading\", \"text\": \"" text "\"}"
#define L(items) "{\"type\": \"list\", \"items\": [" items "]}"
#define T(header, rows) "{\"type\": \"table\", \"header\": [[" header "]], \"rows\": [" rows "]}"

static const struct text_case cases[] = {
    {"R02", P("ผลตามแบบวัด IIT ได้คะแนนเท่ากับ 28.36"), ""},
    {"R02", P("ผลตามแบบวัด IIT ได้คะแนนเท่ากับ 28.63"), "error R02 #0/text"},
    {"R02", P("ผลตามแบบวัด EIT ตัวชี้วัดที่ 6 – 8 ได้คะแนนร้อยละ 94.72"), ""},
    {"R02", P("ผลตามแบบวัด EIT ตัวชี้วัดที่ 6 – 8 ได้คะแนนร้อยละ 94.27"), "error R02 #0/text"},
    {"R02", P("ในปีงบประมาณ พ.ศ. 2565 แบบวัด IIT ได้คะแนนเท่ากับ 29.00"), ""},

    {"R03", P("ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร ได้คะแนนร้อยละ 94.07"), ""},
    {"R03", P("ตัวชี้วัดที่ ๗ ประสิทธิภาพการสื่อสาร ได้คะแนนร้อยละ 94.70"), "error R03 #0/text\nwarning R17 #0/text"},
    {"R03", P("ตัวชี้วัดที่ 7 ประสิทธิภาพการสื่อสาร ปี พ.ศ. 2565 ได้คะแนนร้อยละ 91.70"), ""},
    {"R03", T("\"ตัวชี้วัดที่\", \"คะแนน\"", "[\"7\", \"94.07\"], [\"8\", \"94.31\"]"), "error R03 #0/rows/1/1"},
    {"R03", T("\"ปีงบประมาณ\", \"ผลคะแนน\"", "[\"2564\", \"87.91\"], [\"2565\", \"96.49\"]"), "error R03 #0/rows/1/1"},

    {"R02", P("ตามแบบวัด IIT การปฏิบัติหน้าที่ได้คะแนน 97.75 สูงสุด"), ""},
    {"R03", P("ตัวชี้วัดที่ 7 อยู่ในกลุ่มคะแนน 3 อันดับแรก จากคะแนนเต็ม 100"), ""},
    {"R03", P("ตัวชี้วัดที่ 7 ตั้งเป้าหมายคะแนน 95.00"), ""},
    {"R03", T("\"ตัวชี้วัดที่\", \"คะแนนเต็ม\", \"คะแนนที่ได้\"", "[\"7\", \"100\", \"94.07\"]"), ""},
    {"R04", P("ตัวชี้วัดที่ 8 ได้คะแนน 94.30 ต้องยกระดับให้ถึงระดับ AA"), ""},
    {"R04", P("ตัวชี้วัดที่ 8 ได้คะแนน 94.30 อยู่ในระดับ A (Very Good)"), ""},
    {"R04", P("ตัวชี้วัดที่ 8 ได้คะแนน 94.30 อยู่ในระดับ AA (Excellence)"), "error R04 #0/text"},
    {"R04", P("เป้าหมายคือระดับ AA หรือ 95 คะแนน ขึ้นไป"), ""},
    {"R04", P("เป้าหมายคือระดับ AA หรือ 85 คะแนน ขึ้นไป"), "error R04 #0/text"},
    {"R04", P("อยู่ในระดับ ดีมาก (A)"), ""},
    {"R04", P("อยู่ในระดับ ดี (A)"), "warning R04 #0/text"},
    {"R04", T("\"ตัวชี้วัดที่\", \"คะแนน\", \"ระดับ\", \"หมายเหตุ\"", "[\"9\", \"86.94\", \"A\", \"ผ่าน\"]"), ""},
    {"R04", T("\"ตัวชี้วัดที่\", \"คะแนน\", \"ระดับ\", \"หมายเหตุ\"", "[\"9\", \"86.94\", \"B\", \"ไม่ผ่าน\"]"),
     "error R04 #0/rows/0/2\nerror R04 #0/rows/0/3"},
    {"R04", T("\"ระดับ\", \"คะแนน\"", "[\"AA\", \"95.00 – 100\"], [\"A\", \"85.00 - 94.99\"]"), ""},
    {"R04", T("\"ระดับ\", \"คะแนน\"", "[\"AA\", \"90.00 – 100\"], [\"A\", \"85.00 - 94.99\"]"), "error R04 #0/rows/0/1"},

    {"R05",
     T("\"ปีงบประมาณ\", \"ผลคะแนน\", \"พัฒนาการ\", \"ผลต่าง\"",
       "[\"2564\", \"87.91\", \"-\", \"-\"], [\"2565\", \"96.94\", \"เพิ่มขึ้น\", \"+9.03\"]"),
     ""},
    {"R05",
     T("\"ปีงบประมาณ\", \"ผลคะแนน\", \"พัฒนาการ\", \"ผลต่าง\"",
       "[\"2564\", \"87.91\", \"-\", \"-\"], [\"2565\", \"96.94\", \"ลดลง\", \"+9.30\"]"),
     "error R05 #0/rows/1/2\nerror R05 #0/rows/1/3"},
    {"R05",
     T("\"ปีงบประมาณ\", \"ผลคะแนน\", \"ผลต่าง\"",
       "[\"2564\", \"87.91\", \"-\"], [\"2565\", \"96.94\", \"9.03\"], [\"2566\", \"94.16\", \"-2.78\"]"),
     "warning R05 #0/rows/1/2"},

    {"R07", P("ตัวชี้วัดที่ 3 การใช้อำนาจ"), ""},
    {"R07", P("ตัวชี้วัดที่ 4 การใช้อำนาจ"), "error R07 #0/text"},
    {"R07", T("\"ตัวชี้วัดที่\", \"ประเด็นตัวชี้วัด\"", "[\"3\", \"การใช้อำนาจ\"], [\"8\", \"คุณภาพการดำเนินงาน\"]"),
     "error R07 #0/rows/1/0"},
    {"R07b", P("ข้อ O24 การดำเนินการตามนโยบายหรือแผนการบริหารทรัพยากรบุคคล"), ""},
    {"R07b", P("ข้อ O 14 แผนการจัดซื้อจัดจ้างหรือแผนการจัดหาพัสดุ"), "error R07b #0/text"},
    {"R07b", P("ข้อ O44"), "error R07b #0/text"},
    {"R08", P("ตัวชี้วัดที่ 8 การปรับปรุงการทำงาน"), "warning R08 #0/text"},

    {"R09", P("จุดแข็ง (คะแนนตั้งแต่ร้อยละ 95.00) จำนวน 2 ตัวชี้วัด คือ") "," L("\"การปฏิบัติหน้าที่\", {\"text\": \"การใช้อำนาจ\"}"),
     ""},
    {"R09", P("จุดแข็ง (คะแนนตั้งแต่ร้อยละ 95.00) จำนวน 3 ตัวชี้วัด คือ") "," L("\"การปฏิบัติหน้าที่\", {\"text\": \"การใช้อำนาจ\"}"),
     "error R09 #0/text"},
    {"R09",
     P("จุดแข็ง (คะแนนตั้งแต่ร้อยละ 97.00) จำนวน 2 ตัวชี้วัด คือ") "," P("(1) ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ ดี") "," P(
         "(2) ตัวชี้วัดที่ 3 การใช้อำนาจ ดี"),
     "error R09 #0/text"},
    {"R09", P("ตัวชี้วัดที่ได้คะแนนต่ำกว่าร้อยละ 90 จำนวน 1 ตัวชี้วัด คือ (1) การเปิดเผยข้อมูล"), ""},
    {"R09", P("ตัวชี้วัดที่ได้คะแนนต่ำกว่าร้อยละ 90 จำนวน 1 ตัวชี้วัด คือ (1) การใช้งบประมาณ"), "warning R09 #0/text"},
    {"R09",
     P("คะแนนตั้งแต่ร้อยละ 90 คือ") "," L("\"การใช้งบประมาณ\"") "," P("คะแนนต่ำกว่าร้อยละ 90 คือ") "," L("\"การใช้งบประมาณ\""),
     "warning R09 #0/text\nwarning R09 #2/text\nerror R09 #2/text"},
    {"R09", P("คะแนนต่ำกว่าร้อยละ 94.20 คือ") "," L("\"การใช้งบประมาณ\", \"การเปิดเผยข้อมูล\""), "warning R09 #0/text"},
    {"R09", P("คะแนนต่ำกว่าร้อยละ 94.20 เช่น") "," L("\"การใช้งบประมาณ\", \"การเปิดเผยข้อมูล\""), ""},
    {"R13", P("IIT มีเป้าหมายร้อยละ 95") "," P("EIT มีเป้าหมายร้อยละ 96"), ""},
    {"R13", P("IIT มีเป้าหมายร้อยละ 95") "," P("IIT มีเป้าหมายร้อยละ 96.00"), "warning R13 #1/text"},
    {"R27", T("\"เรื่อง\", \"งาน\"", "[\"ก\", \"1. อ่าน\"], [\"ข\", \"1. เขียน\"]"), ""},
    {"R27", T("\"เรื่อง\", \"งาน\"", "[\"ก\", \"1. อ่าน\"], [\"ข\", \"2. เขียน\"], [\"ค\", \"2. คิด\"]"),
     "error R27 #0/rows/2/1"},

    {"R09", P("มี 3 ตัวชี้วัด ที่มีมาตรการดังนี้") "," L("\"อบรม\", \"ประชุม\""), ""},

    {"R11", "\"limitations\": [\"บุคลากรมีน้อย\"]", ""},
    {"R11", "\"limitations\": [\"-ไม่มี-\"]", "warning R11 /limitations/0"},
    {"R12",
     P("แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2567") "," P(
         "จัดทำแผนปฏิบัติการป้องกันการทุจริต สำนักงานทดสอบ ประจำปี พ.ศ. 2567"),
     ""},
    {"R12",
     P("แผนปฏิบัติการป้องกันการทุจริต ประจำปีงบประมาณ พ.ศ. 2567") "," P(
         "จัดทำแผนปฏิบัติการป้องกันการทุจริต สำนักงานทดสอบ ประจำปี พ.ศ. 2566"),
     "error R12 #1/text"},
    {"R15", T("\"ก\", \"ข\"", "[\"1\", \"2\"], [{\"text\": \"3\", \"colspan\": 2}]"), ""},
    {"R15", T("\"ก\", \"ข\"", "[\"1\", \"2\"], [\"3\"]"), "warning R15 #0/rows/1"},
    {"R15", T("\"ก\", \"ข\"", "[{\"text\": \"1\", \"rowspan\": 2}, \"2\"], [\"3\"]"), ""},

    {"R16", P("ระยะเวลาดำเนินการ ตุลาคม 2566 – กันยายน 2567"), ""},
    {"R16", P("ระยะเวลาดำเนินการ ตุลาคม 2566 – กันยายน 2568"), "error R16 #0/text"},
    {"R16", T("\"กิจกรรม\", \"กำหนดแล้วเสร็จ\"", "[\"ก\", \"มีนาคม 2567\"], [\"ข\", \"ก.ค. - ก.ย. 2568\"]"),
     "error R16 #0/rows/1/1"},
    {"R16", P("ประชุมวันพุธที่ 5 กรกฎาคม 2566"), ""},
    {"R16", P("ประชุมวันศุกร์ที่ 5 กรกฎาคม 2566"), "error R16 #0/text"},
    {"R16", P("ประชุมเมื่อ 31 กันยายน 2566"), "error R16 #0/text"},
    {"R16", P("พ.ศ. 2566 (ค.ศ. 2023)"), ""},
    {"R16", P("พ.ศ. 2566 (ค.ศ. 2022)"), "error R16 #0/text"},
    {"R16", P("ประกาศ ณ วันที่ 4 ธันวาคม พ.ศ. 2566"), ""},
    {"R16", P("ประกาศ ณ วันที่ 3 ธันวาคม พ.ศ. 2566"), "warning R16 #0/text"},
    {"R16",
     P("ประกาศสำนักงานทดสอบ") "," P("ตามการประชุมเมื่อวันที่ 15 พฤศจิกายน 2566") "," P("ประกาศ ณ วันที่ 14 พฤศจิกายน พ.ศ. 2566"),
     "error R16 #2/text"},
    {"R16",
     P("ตามการประชุมเมื่อวันที่ 15 พฤศจิกายน 2566") "," P("ประกาศสำนักงานทดสอบ") "," P("ประกาศ ณ วันที่ 14 พฤศจิกายน พ.ศ. 2566"),
     ""},

    {"R17", P("มี 2 เรื่อง") "," P("ข้อ O24 และ ITA ปี 2566"), ""},
    {"R17", P("มี 2 เรื่อง") "," P("มี 3 เรื่อง") "," P("มี ๓ เรื่อง"), "warning R17 #2/text"},
    {"R17b", P("ข้อ O11 และ e10"), ""},
    {"R17b", P("ข้อ O๑๑"), "error R17b #0/text"},
    {"R17b", P("จำนวน ๑2 คน"), "warning R17 #0/text\nerror R17b #0/text"},
    {"R17b", P("012 คู่มือ"), "error R17b #0/text"},
    {"R18", P("จำนวน 245 เขต แยกเป็นประถมศึกษา จำนวน 183 เขต"), ""},
    {"R18", P("ทั้งสิ้น 225 เขต"), "error R18 #0/text"},
    {"R18", P("ปี 2562 มีทั้งสิ้น 225 เขต"), ""},
    {"R19", P("เกณฑ์การประเมินเกณฑ์การประเมินของปี"), "warning R19 #0/text"},
    {"R19", P("การประเมินครั้งแรกและการประเมินครั้งหลัง"), ""},
    {"R19",
     "\"indicator_notes\": [{\"indicator\": 5, \"text\": \"ผลนี้มาจากความเห็นของคนในสำนักงานต่อการแก้ไขปัญหาการทุจริต"
     "ของหน่วยงาน\"}, {\"indicator\": 2, \"text\": \"ผลนี้มาจากความเห็นของคนในสำนักงานต่อการแก้ไขปัญหาการทุจริต"
     "ของหน่วยงานเรื่องการใช้เงิน\"}]",
     "warning R19 /indicator_notes/1/text"},
    {"R20", P("พ.ร.บ.อำนวยความสะดวก พ.ศ. 2558"), ""},
    {"R20", P("พ.ร.บ.อำนวยความสะดวก พ.ศ. 2548"), "warning R20 #0/text"},
    {"R20", P("ยุทธศาสตร์ชาติ (พ.ศ. 2561 – 2580)"), ""},
    {"R20", P("ยุทธศาสตร์ ระยะที่ 3 (พ.ศ. 2560 – 2564)"), "warning R20 #0/text"},
    {"R21", P("นายสมมุติ ทดสอบดี") "," P("นายสมมุติ ทดสอบดี") "," P("นายสมมติ ทดสอบดี"), "warning R21 #2/text"},
    {"R21", P("นายสมมุติ ทดสอบดี") "," P("นางสาวสมใจ ทดสอบดี"), ""},
    {"R21", P("ส่งกลุ่มอำนวยการ"), ""},
    {"R21", P("ส่งกลุ่มอำนาจการ"), "warning R21 #0/text"},
    {"R22", P("ดี มาก Good ✓ 5 °C"), ""},
    {"R22", P("ดีक"), "error R22 #0/text"},
    {"R22", P("ดี\xEF\xBF\xBD"), "error R22 #0/text"},
    {"R22", P("เเผนงาน"), "error R22 #0/text"},
    {"R22", P("น ้ำ"), "error R22 #0/text"},
    {"R22", P("ก า ร ป รั บ ป รุ ง"), "error R22 #0/text"},
    {"R22", P("ข้อ ก ข ค ง"), ""},
    {"R22", P("นายสมmติ ทดสอบดี"), "error R22 #0/text"},
    {"R23", P("พ.ศ. 2566 ต่าง ๆ “ก”"), ""},
    {"R23", P("พ.ศ.2566"), "warning R23 #0/text"},
    {"R23", P("พ .ศ. 2566"), "warning R23 #0/text"},
    {"R23", P("ต่างๆ"), "warning R23 #0/text"},
    {"R23", P("“ก"), "warning R23 #0/text"},
    {"R24", P("ปฏิบัติ จังหวัดหนองคาย"), ""},
    {"R24", P("ปฎิบัติ"), "warning R24 #0/text"},
    {"R24", P("จังหวัดนองคาย"), "warning R24 #0/text"},
    {"R25", P("รวม... ดังนี้"), ""},
    {"R25", P("ได้....95....คะแนน"), "warning R25 #0/text"},
    {"R25", P("ดู https://example.go.th"), "warning R25 #0/text"},
    {"R25", P("{{name}}"), "warning R25 #0/text"},

    {"R26",
     P("ตามคำสั่งที่ 12/2566 ลงวันที่ 5 กรกฎาคม 2566") "]}, {\"blocks\": [" P("คำสั่งสำนักงานทดสอบ") "," P("ที่ 12/2566") "," P(
         "สั่ง ณ วันที่ 5 กรกฎาคม พ.ศ. 2566"),
     ""},
    {"R26",
     P("ตามคำสั่งที่ 21/2566 ลงวันที่ 5 กรกฎาคม 2566") "]}, {\"blocks\": [" P("คำสั่งสำนักงานทดสอบ") "," P("ที่ 12/2566") "," P(
         "สั่ง ณ วันที่ 5 กรกฎาคม พ.ศ. 2566"),
     "error R26 #0/text"},
    {"R26",
     P("ตามคำสั่งที่ 12/2566 ลงวันที่ 6 กรกฎาคม 2566") "]}, {\"blocks\": [" P("คำสั่งสำนักงานทดสอบ") "," P("ที่ 12/2566") "," P(
         "สั่ง ณ วันที่ 5 กรกฎาคม พ.ศ. 2566"),
     "error R26 #0/text"},
    {"R27", P("1. ก") "," P("2. ข") "," P("3. ค"), ""},
    {"R27", P("1. ก") "," P("2. ข") "," P("4. ค"), "error R27 #2/text"},
    {"R27", P("1) ก") "," P("1. ข") "," P("2) ค") "," P("2. ง"), ""},
    {"R27", H("กิจกรรมที่ 1 ก") "," P("ดี") "," H("กิจกรรมที่ 3 ข"), "error R27 #2/text"},
    {"R27", P("คือ (1) ก (2) ข (3) ค"), ""},
    {"R27", P("คือ (1) ก (2) ข (4) ค"), "error R27 #0/text"},
    {"R27", P("คือ (1) ก (2) ข ตามข้อ (1) และ (2)"), ""},
    {"R27", T("\"ลำดับ\", \"ก\"", "[\"1\", \"x\"], [\"2\", \"y\"], [\"4\", \"z\"]"), "error R27 #0/rows/2/0"},
};

/* The findings as the case writes them: without the note on the total, positions in the section shortened. */
static const char *shortened(struct arena *arena, const char *found)
{
    static const char note[] = "note R01 /results/total\n", place[] = "/sections/0/blocks/";
    struct buf out = buf_init(arena);
    for (const char *c = found; *c;) {
        if (strncmp(c, note, strlen(note)) == 0) {
            c += strlen(note);
        } else if (strncmp(c, place, strlen(place)) == 0) {
            buf_putc(&out, '#');
            c += strlen(place);
        } else {
            buf_putc(&out, *c++);
        }
    }
    if (out.length && out.data[out.length - 1] == '\n')
        out.data[--out.length] = '\0';
    return out.data;
}

Test(audit_text, finds_each_slip_and_no_other)
{
    struct arena *arena = test_arena();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *blocks = cases[i].blocks;
        const char *members =
            blocks[0] == '"' ? blocks : arena_printf(arena, "\"sections\": [{\"blocks\": [%s]}]", blocks);
        const char *text = report_with(arena, clean_report, "\"format\": 1", members);
        const char *finds = shortened(arena, report_found(arena, text));
        cr_expect_str_eq(finds, cases[i].finds, "%s: %s: found\n%s", cases[i].rule, blocks, finds);
    }
    arena_free(arena);
}

/* Every rule has a case that fires here or in test_audit.c; this file has both kinds for each rule of prose. */
Test(audit_text, has_cases_of_both_kinds)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool fires = false, clean = false;
        for (size_t j = 0; j < sizeof cases / sizeof *cases; j++) {
            fires = fires || (strcmp(cases[i].rule, cases[j].rule) == 0 && cases[j].finds[0]);
            clean = clean || (strcmp(cases[i].rule, cases[j].rule) == 0 && !cases[j].finds[0]);
        }
        cr_expect(fires, "%s never fires", cases[i].rule);
        cr_expect(clean || strcmp(cases[i].rule, "R08") == 0, "%s has no clean case", cases[i].rule);
    }
}

Test(audit_text, without_its_word_lists_prose_is_not_judged)
{
    struct arena *arena = test_arena();
    struct diags diags = diags_init(arena);
    struct analysis_data data = {.criteria = data_file(arena, "templates/data/criteria/2566-area.json")};
    analysis_run(arena, test_json(arena, "{\"year\": 2566, \"summary\": [\"พ.ศ.2566 ปฎิบัติ ต่างๆ\"]}"), &data, &diags);
    cr_assert_str_eq(report_summary(&diags), "");
    arena_free(arena);
}

Test(audit_text, the_office_name_keeps_its_zone)
{
    struct arena *arena = test_arena();
    const char *text = report_with(arena, clean_report, "สำนักงานทดสอบ", "สำนักงานเขตทดสอบ เขต 2");
    static const char *const same[] = {"สำนักงานเขตทดสอบ เขต 2", "สำนักงานเขตทดสอบ เขต ๒ ดี"};
    static const char *const other[] = {"สำนักงานเขตทดสอบ", "สำนักงานเขตทดสอบ เขต2", "สำนักงานเขตทดสอบ เขต 3"};
    for (size_t i = 0; i < 2; i++) {
        const char *found = report_found(arena, report_with(arena, text, "\"result\": \"ครบถ้วน\"",
                                                            arena_printf(arena, "\"result\": \"%s\"", same[i])));
        cr_expect_null(strstr(found, "R08"), "%s: %s", same[i], found);
    }
    for (size_t i = 0; i < 3; i++) {
        const char *found = report_found(arena, report_with(arena, text, "\"result\": \"ครบถ้วน\"",
                                                            arena_printf(arena, "\"result\": \"%s\"", other[i])));
        cr_expect_not_null(strstr(found, "warning R08 /activities/0/result"), "%s: %s", other[i], found);
    }
    arena_free(arena);
}

/* ---- reading prose ---------------------------------------------------------------------------------------------- */

Test(scan, plain_text_is_what_a_reader_sees)
{
    struct arena *arena = test_arena();
    struct value rich = {.kind = VALUE_RICH,
                         .text = "ระดับ **AA** \\*1 [ดู](https://a.b/c)\xC2\xA0๒๕๖๖\xE2\x80\x8Bก <https://x.y>"};
    cr_assert_str_eq(scan_plain(arena, &rich), "ระดับ AA *1 ดู 2566ก ");
    struct value text = {.kind = VALUE_TEXT, .text = "a*b [c]"};
    cr_assert_str_eq(scan_plain(arena, &text), "a*b [c]");
    arena_free(arena);
}

Test(scan, numbers_with_groups_and_decimals)
{
    static const struct {
        const char *text, *rest;
        int64_t units;
        int places;
    } rows[] = {
        {"97.75 x", " x", 9775, 2}, {"50,000 บาท", " บาท", 50000, 0}, {"1,2", ",2", 1, 0}, {"5. ก", ". ก", 5, 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *at = rows[i].text;
        struct decimal number;
        cr_assert(scan_number(&at, &number), "%s", rows[i].text);
        cr_assert_str_eq(at, rows[i].rest);
        cr_assert_eq(number.units, rows[i].units);
        cr_assert_eq(number.places, rows[i].places);
    }
    const char *none = "ก";
    struct decimal number;
    cr_assert_not(scan_number(&none, &number));
}

Test(scan, dates_in_every_form)
{
    struct arena *arena = test_arena();
    struct value *words = data_file(arena, "templates/data/words.json");
    struct value *era = test_json(arena, "[\"พ.ศ.\"]");
    static const struct {
        const char *text;
        struct day day;
    } rows[] = {{"วันที่ 5 กรกฎาคม พ.ศ. 2566", {2566, 7, 5}},
                {"31 ธ.ค. 2566", {2566, 12, 31}},
                {"ตุลาคม 2566", {2566, 10, 0}},
                {"ข้อ 2.5 มีนาคม", {0, 3, 0}}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct scan_date date;
        cr_assert(scan_next_date(words, era, rows[i].text, rows[i].text, NULL, &date), "%s", rows[i].text);
        cr_assert_eq(date.day.year, rows[i].day.year, "%s", rows[i].text);
        cr_assert_eq(date.day.month, rows[i].day.month, "%s", rows[i].text);
        cr_assert_eq(date.day.day, rows[i].day.day, "%s", rows[i].text);
    }
    arena_free(arena);
}

Test(days, weekdays_and_fiscal_years)
{
    cr_assert_eq(day_weekday((struct day){2563, 7, 5}), 0);   /* Sunday */
    cr_assert_eq(day_weekday((struct day){2564, 12, 11}), 6); /* Saturday */
    cr_assert_eq(day_weekday((struct day){2565, 10, 1}), 6);
    cr_assert_eq(day_weekday((struct day){2543, 2, 29}), 2); /* 2000-02-29, Tuesday */
    cr_assert_eq(day_fiscal_year((struct day){2566, 9, 30}), 2566);
    cr_assert_eq(day_fiscal_year((struct day){2566, 10, 1}), 2567);
    cr_assert(day_exists((struct day){2567, 2, 29}));
    cr_assert_not(day_exists((struct day){2566, 2, 29}));
    cr_assert_not(day_exists((struct day){2566, 4, 31}));
    cr_assert_not(day_exists((struct day){2566, 13, 1}));
}
