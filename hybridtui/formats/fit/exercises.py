"""What watches call the exercises of the library. Source: the FIT profile's exercise categories and names."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple

_WATCH = """
wall_sit                     squat body_weight_wall_squat
box_squat                    squat box_step_squat
bodyweight_squat             squat air_squat
tempo_squat                  squat squat
band_squat                   squat squats_with_band
goblet_squat                 squat goblet_squat
front_squat                  squat barbell_front_squat
back_squat                   squat barbell_back_squat
leg_press                    squat leg_press
assisted_single_leg_squat    squat single_leg_bench_squat
pistol_squat                 squat pistol_squat
split_squat                  lunge -
reverse_lunge                lunge -
forward_lunge                lunge lunge
walking_lunge                lunge walking_lunge
db_walking_lunge             lunge walking_dumbbell_lunge
db_reverse_lunge             lunge dumbbell_reverse_lunge
barbell_lunge                lunge barbell_lunge
lateral_lunge                lunge side_lunge
cossack_squat                lunge low_side_to_side_lunge
elevated_split_squat         lunge -
db_elevated_split_squat      lunge dumbbell_bulgarian_split_squat
step_up                      squat step_up
db_step_up                   squat dumbbell_step_up
lateral_step_down            leg_raise lateral_stepover
hip_hinge_drill              leg_curl good_morning
bodyweight_good_morning      leg_curl good_morning
band_deadlift                banded_exercises deadlift
db_romanian_deadlift         deadlift dumbbell_straight_leg_deadlift
romanian_deadlift            deadlift romanian_deadlift
kettlebell_deadlift          deadlift kettlebell_deadlift
deadlift                     deadlift barbell_deadlift
single_leg_deadlift          deadlift one_arm_one_leg_deadlift
db_single_leg_deadlift       deadlift single_leg_romanian_deadlift_with_dumbbell
kettlebell_swing             hip_raise kettlebell_swing
hamstring_walkout            leg_curl sliding_leg_curl
nordic_curl                  leg_curl -
leg_curl                     leg_curl leg_curl
glute_bridge                 hip_raise hip_raise
single_leg_bridge            hip_raise single_leg_hip_raise
hip_thrust                   hip_raise -
barbell_hip_thrust           hip_raise barbell_hip_thrust_with_bench
clamshell                    hip_raise clams
side_lying_leg_raise         hip_stability side_lying_leg_raise
lateral_band_walk            hip_stability lateral_walks_with_band_at_ankles
copenhagen_short             plank side_plank_with_feet_on_bench
calf_raise                   calf_raise standing_calf_raise
single_leg_calf_raise        calf_raise single_leg_standing_calf_raise
db_calf_raise                calf_raise single_leg_standing_dumbbell_calf_raise
bent_knee_calf_raise         calf_raise -
tibialis_raise               calf_raise -
wall_push_up                 push_up wall_push_up
incline_push_up              push_up incline_push_up
knee_push_up                 push_up kneeling_push_up
push_up                      push_up push_up
shuffle_push_up              push_up staggered_hands_push_up
lateral_box_push_up          push_up feet_elevated_side_to_side_push_up
decline_push_up              push_up decline_push_up
single_arm_cable_chest_press bench_press single_arm_cable_chest_press
single_arm_band_chest_press  banded_exercises chest_press
db_floor_press               bench_press dumbbell_floor_press
db_bench_press               bench_press dumbbell_bench_press
bench_press                  bench_press barbell_bench_press
dip                          triceps_extension body_weight_dip
bench_dip                    triceps_extension bench_dip
pike_push_up                 push_up pike_push_up
elevated_pike_push_up        push_up pike_push_up
band_overhead_press          banded_exercises -
db_overhead_press            shoulder_press dumbbell_shoulder_press
half_kneeling_press          shoulder_press single_arm_dumbbell_shoulder_press
overhead_press               shoulder_press overhead_barbell_press
prone_w_raise                shoulder_stability -
superman_row                 row -
table_row                    row inverted_row
inverted_row                 row inverted_row
band_row                     banded_exercises row
single_arm_cable_row         row single_arm_cable_row
single_arm_band_row          banded_exercises row
db_row                       row dumbbell_row
barbell_row                  row barbell_row
face_pull                    row face_pull
band_pulldown                banded_exercises latpull
prone_y_raise                shoulder_stability floor_y_raise
floor_lat_slide              pull_up -
lat_pulldown                 pull_up lat_pulldown
dead_hang                    carry bar_holds
negative_pull_up             pull_up -
band_assisted_pull_up        pull_up band_assisted_pull_up
pull_up                      pull_up pull_up
weighted_pull_up             pull_up weighted_pull_up
band_curl                    banded_exercises curl
db_curl                      curl standing_dumbbell_biceps_curl
band_triceps_extension       banded_exercises tricep_extension
dead_bug                     hip_stability dead_bug
knee_plank                   plank kneeling_plank
plank                        plank plank
plank_shoulder_tap           plank straight_arm_plank_with_shoulder_touch
ab_wheel                     core kneeling_ab_wheel
bird_dog                     hip_stability quadruped
bird_dog_plank               plank wide_stance_plank_with_opposite_arm_and_leg_lift
pallof_press                 core cable_core_press
band_pallof_press            core -
pallof_press_walkout         core cable_core_press
knee_side_plank              plank -
side_plank                   plank side_plank
side_plank_leg_raise         plank side_plank_with_leg_lift
russian_twist                core russian_twist
feet_down_russian_twist      core russian_twist
weighted_russian_twist       core -
bicycle_crunch               crunch bicycle_crunch
feet_down_bicycle_crunch     crunch bicycle_crunch
slow_bicycle_crunch          crunch bicycle_crunch
bent_knee_leg_raise          crunch reverse_crunch
leg_raise                    leg_raise lying_straight_leg_raise
hanging_knee_raise           leg_raise hanging_knee_raise
superman                     hyperextension superman_from_floor
suitcase_carry               carry -
farmer_carry                 carry farmers_carry
pogo_hop                     plyo -
squat_jump                   plyo body_weight_jump_squat
box_jump                     plyo box_jump
skater_hop                   plyo lateral_leap_and_hop
step_jack                    cardio -
jumping_jack                 cardio jumping_jacks
march_in_place               warm_up marching_in_place
high_knees                   warm_up walking_high_knees
mountain_climber             plank mountain_climber
squat_thrust                 total_body squat_thrusts
burpee                       total_body burpee
shuttle_run                  run sprint
jump_rope                    cardio jump_rope
brisk_walk                   run walk
easy_jog                     run jog
leg_swing_front              warm_up forward_and_backward_leg_swings
leg_swing_side               warm_up side_to_side_leg_swings
hip_circle                   warm_up hip_circles
ankle_rocker                 warm_up -
cat_cow                      warm_up cat_camel
thoracic_rotation            warm_up thoracic_rotation
arm_circle                   warm_up arm_circles
band_pull_apart              banded_exercises pull_apart
inchworm                     warm_up walkout
worlds_greatest_stretch      warm_up stretch_lunge_with_spinal_twist
walking_knee_hug             warm_up walking_knee_hugs
scapular_push_up             shrug serratus_shrug
a_skip                       run -
marching_a                   warm_up marching_in_place
b_skip                       run -
butt_kick                    run -
running_high_knees           warm_up walking_high_knees
carioca                      run -
ankling                      run -
bounding                     run -
stride                       run sprint
hill_stride                  run sprint
standing_quad_stretch        warm_up stretch_quad
hamstring_stretch            warm_up stretch_hamstring
calf_stretch_straight        warm_up stretch_calf
calf_stretch_bent            warm_up stretch_calf
hip_flexor_stretch           warm_up stretch_lunging_hip_flexor
figure_four                  warm_up stretch_piriformis
adductor_stretch             warm_up stretch_butterfly
childs_pose                  warm_up stretch_childs_pose
chest_doorway_stretch        warm_up stretch_wall_chest_and_shoulder
cross_body_shoulder_stretch  warm_up stretch_shoulder
supine_twist                 warm_up stretch_lying_spinal_twist
cobra                        warm_up stretch_cobra
yoga_flow                    pose -
recovery_walk                run walk
easy_cycle                   bike ride
"""
"""By id: the category and the nearest name in it; - where it has none."""


class WatchName(NamedTuple):
    """How a watch names an exercise, by the words of the FIT profile."""

    category: str
    name: str | None
    """Within the category; None if it has no such exercise."""


def _read() -> dict[str, WatchName]:
    rows = (line.split() for line in _WATCH.strip().splitlines())
    return {id_: WatchName(category, None if name == "-" else name) for id_, category, name in rows}


WATCH_NAMES = _read()
"""By id of the library; swimming and the athlete's own exercises have none."""

_SAME = (
    "forward_lunge", "db_walking_lunge", "lateral_lunge", "db_elevated_split_squat", "band_deadlift", "leg_curl",
    "glute_bridge", "single_leg_bridge", "clamshell", "db_calf_raise", "single_arm_cable_chest_press", "band_row",
    "band_pulldown", "prone_y_raise", "dead_hang", "band_curl", "db_curl", "band_triceps_extension", "pallof_press",
    "leg_raise", "skater_hop", "march_in_place", "band_pull_apart", "inchworm", "cat_cow", "arm_circle", "hip_circle",
    "thoracic_rotation",
)  # fmt: skip
"""What a watch calls otherwise than the library, and means by it: of the others its name is only the nearest."""

MEANT = MappingProxyType({WATCH_NAMES[exercise]: exercise for exercise in _SAME})
"""Ids of the library by what a watch calls them, where words do not tell."""
